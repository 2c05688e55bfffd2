package org.numberreader.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegScanTest {
    @ParameterizedTest(name = "{0} channels, restart interval {1}, sampling {2}")
    @CsvSource({"1, 0, 411111", "3, 0, 221111", "3, 3, 221111", "3, 0, 111111", "3, 5, 211111", "1, 2, 411111"})
    void findsWhatAWholeDecodingFinds(int channels, int restart, String sampling) {
        byte[] whole = new NoisyJpeg(channels, restart, Integer.parseInt(sampling, 16), false).rough();
        var random = new Random(channels * 100 + restart);
        assertThat(JpegScan.condition(whole)).contains(JpegData.WHOLE);
        int damaged = 0;
        int stricter = 0;
        for (int i = 0; i < 400; i++) {
            byte[] mutated = mutated(whole, random);
            boolean expected = JpegData.byJava(mutated) == JpegData.DAMAGED;
            damaged += expected ? 1 : 0;
            if (expected) {
                assertThat(JpegScan.condition(mutated)).as("mutation %d", i).contains(JpegData.DAMAGED);
            } else if (restart == 0) {
                // libjpeg tells its first warning only: of bytes too many, which is harmless, and not of what follows.
                stricter += JpegScan.condition(mutated).orElseThrow() == JpegData.DAMAGED ? 1 : 0;
            }
        }
        assertThat(stricter).as("damaged to us alone").isLessThanOrEqualTo(20);
        assertThat(damaged).as("of 400").isBetween(50, 390);
    }

    /** A header may have as many tables as bytes allow; those that no scan uses cost next to nothing. */
    @Test
    @Timeout(5)
    void isNotHeldUpByTables() {
        byte[] table = {0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xf0, (byte) 0xf0};
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        int each = 3000;
        int length = 2 + each * table.length;
        for (int segment = 0; segment < 180; segment++) {
            out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xc4, (byte) (length >> 8), (byte) length});
            for (int i = 0; i < each; i++) {
                out.writeBytes(table);
            }
        }

        assertThat(JpegScan.condition(out.toByteArray())).as("no scan follows").isEmpty();
    }

    @Test
    void doesNotFollowWhatIsProgressive() {
        assertThat(JpegScan.condition(new NoisyJpeg(3, 0, 0x221111, true).rough()))
                .isEmpty();
    }

    /** Some bytes behind the header changed, left out, or cut away with the end marker put back. */
    private static byte[] mutated(byte[] whole, Random random) {
        int header = header(whole);
        int at = header + random.nextInt(whole.length - 2 - header);
        byte[] bytes = whole.clone();
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> Arrays.fill(bytes, at, Math.min(whole.length - 2, at + random.nextInt(60)), (byte) 0);
            case 2 -> {
                bytes = Arrays.copyOf(whole, at + 2);
                bytes[at] = (byte) 0xff;
                bytes[at + 1] = (byte) 0xd9;
            }
            default -> {
                int gone = 1 + random.nextInt(Math.min(20, whole.length - 2 - at));
                bytes = Arrays.copyOf(whole, whole.length - gone);
                System.arraycopy(whole, at + gone, bytes, at, whole.length - gone - at);
            }
        }
        return bytes;
    }

    /** Where the pixels' codes begin. */
    private static int header(byte[] jpeg) {
        int at = 2;
        while (jpeg[at + 1] != (byte) 0xda) {
            at += 2 + (jpeg[at + 2] & 0xff) * 256 + (jpeg[at + 3] & 0xff);
        }
        return at + 2 + (jpeg[at + 2] & 0xff) * 256 + (jpeg[at + 3] & 0xff);
    }
}
