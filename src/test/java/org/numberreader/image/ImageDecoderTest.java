package org.numberreader.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.numberreader.image.DecodingFixture.HEIGHT;
import static org.numberreader.image.DecodingFixture.WIDTH;
import static org.numberreader.image.DecodingFixture.assertMarkedUpright;
import static org.numberreader.image.DecodingFixture.decode;
import static org.numberreader.image.DecodingFixture.marked;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.DrawnNumbers;
import org.numberreader.Encoded;

/** Pictures of every format are decoded, and whatever is none is refused. */
class ImageDecoderTest {
    @ParameterizedTest
    @MethodSource("org.numberreader.image.DecodingFixture#formats")
    void decodesEveryFormat(String format) {
        var picture = decode(encoded(format, marked(WIDTH, HEIGHT)));

        assertThat(picture.width()).isEqualTo(WIDTH);
        assertThat(picture.height()).isEqualTo(HEIGHT);
        assertThat(picture.scale()).isEqualTo(1);
        assertMarkedUpright(picture.gray());
    }

    @Test
    void bringsALargePngDown() {
        var picture = decode(Encoded.png(marked(4096, 1000)));

        assertThat(picture.width()).isEqualTo(4096);
        assertThat(picture.gray().width()).isEqualTo(2048);
        assertThat(picture.scale()).isEqualTo(2);
        assertMarkedUpright(picture.gray());
    }

    /** A grey picture decodes to the same pixels whether it is stored with one channel or three. */
    @Test
    void greyIsTheSameWithOneChannelAndWithThree() {
        var colour = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var gray = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var random = new Random(1);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int level = random.nextInt(256);
                colour.setRGB(x, y, level * 0x010101);
                gray.getRaster().setSample(x, y, 0, level);
            }
        }

        assertThat(ImageHeader.of(Encoded.png(gray)).gray()).isTrue();
        assertThat(ImageHeader.of(Encoded.png(colour)).gray()).isFalse();
        assertThat(ImageHeader.of(Encoded.jpeg(gray)).gray()).isTrue();
        assertThat(ImageHeader.of(Encoded.jpeg(colour)).gray()).isFalse();
        assertThat(decode(Encoded.png(gray)).gray().pixels())
                .isEqualTo(decode(Encoded.png(colour)).gray().pixels());
    }

    @ParameterizedTest
    @MethodSource("org.numberreader.image.DecodingFixture#formats")
    void refusesWhatIsCutShort(String format) {
        byte[] whole = encoded(format, DrawnNumbers.plain(8, 60));

        for (int length : List.of(whole.length / 2, whole.length / 4, whole.length * 3 / 4, 16, 12)) {
            assertThatThrownBy(() -> decode(Arrays.copyOf(whole, length)))
                    .as("%s cut to %d of %d bytes", format, length, whole.length)
                    .isInstanceOf(CorruptImageException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "tiff"})
    void refusesOtherFormats(String format) {
        assertUnsupported(Encoded.as(format, marked(WIDTH, HEIGHT)));
    }

    @Test
    void refusesWhatIsNoPicture() {
        var random = new byte[5000];
        new Random(3).nextBytes(random);

        assertUnsupported(new byte[0]);
        assertUnsupported(new byte[] {(byte) 0xff});
        assertUnsupported(random);
        assertUnsupported("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
        assertUnsupported("RIFF....WAVEfmt ".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void decodesSixteenBits() {
        var deep = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
        deep.createGraphics().drawImage(marked(WIDTH, HEIGHT), 0, 0, null);

        var picture = decode(Encoded.png(deep));

        assertMarkedUpright(picture.gray());
        assertThat(picture.gray().at(WIDTH - 5, HEIGHT - 5)).isGreaterThan(250);
    }

    @Test
    void decodesAPictureOfOnePixel() {
        var picture = decode(Encoded.png(DrawnNumbers.paper(1, 1)));

        assertThat(picture.gray().width()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("org.numberreader.image.DecodingFixture#formats")
    void throwsNothingButImageExceptionsWhateverComes(String format) {
        byte[] whole = encoded(format, DrawnNumbers.plain(3, 16));
        var random = new Random(11);
        for (int i = 0; i < 500; i++) {
            byte[] mutated = mutated(whole, random);
            try {
                decode(mutated);
            } catch (ImageException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError(
                        format + ", mutation " + i + ": "
                                + java.util.HexFormat.of().formatHex(mutated),
                        e);
            }
        }
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            // Half of the changes in the header, where lengths and sizes stand.
            int within = random.nextBoolean() ? Math.min(64, bytes.length) : bytes.length;
            bytes[random.nextInt(within)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private void assertUnsupported(byte[] bytes) {
        assertThatThrownBy(() -> decode(bytes)).isInstanceOf(UnsupportedFormatException.class);
    }

    private static byte[] encoded(String format, BufferedImage picture) {
        return format.equals("webp") ? Encoded.webp(picture) : Encoded.as(format, picture);
    }
}
