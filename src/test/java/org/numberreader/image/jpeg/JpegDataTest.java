package org.numberreader.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegDataTest {
    @ParameterizedTest(name = "{0} channels, restart interval {1}, sampling {2}, progressive {3}")
    @CsvSource({
        "1, 0, 411111, false",
        "3, 0, 221111, false",
        "3, 3, 221111, false",
        "3, 5, 211111, false",
        "3, 0, 221111, true",
        "1, 2, 411111, false"
    })
    void tellsWholeFromCutShort(int channels, int restart, String sampling, boolean progressive) {
        byte[] whole = new NoisyJpeg(channels, restart, Integer.parseInt(sampling, 16), progressive).rough();
        assertThat(JpegData.of(whole)).isEqualTo(JpegData.WHOLE);
        for (int tenths = 5; tenths < 10; tenths++) {
            byte[] cut = Arrays.copyOf(whole, whole.length * tenths / 10);
            assertThat(JpegData.of(cut)).as("%d tenths", tenths).isEqualTo(JpegData.DAMAGED);
            assertThat(JpegData.of(JpegMarkers.ended(cut)))
                    .as("%d tenths and an end marker", tenths)
                    .isEqualTo(JpegData.DAMAGED);
        }
    }

    @Test
    void tellsStrayBytesBehindThePixels() {
        byte[] whole = new NoisyJpeg(3, 0, 0x221111, false).rough();
        byte[] stray = Arrays.copyOf(whole, whole.length + 6);
        System.arraycopy(whole, whole.length - 2, stray, stray.length - 2, 2);
        Arrays.fill(stray, whole.length - 2, stray.length - 2, (byte) 0x55);
        assertThat(JpegData.of(stray)).isEqualTo(JpegData.STRAY_BYTES);
    }

    @Test
    void tellsCodesThatMakeNoSense() {
        // Zeros stand for short blocks: between restart markers there are too many of them, which are left over.
        byte[] whole = new NoisyJpeg(3, 3, 0x221111, false).rough();
        for (int tenths = 4; tenths < 9; tenths++) {
            byte[] wrong = whole.clone();
            int from = whole.length * tenths / 10;
            Arrays.fill(wrong, from, from + 60, (byte) 0);
            assertThat(JpegData.of(wrong)).as("%d tenths", tenths).isEqualTo(JpegData.STRAY_BYTES);
        }
    }
}
