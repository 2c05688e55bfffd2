package org.numberreader.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.Defaults;
import org.numberreader.DrawnNumbers;
import org.numberreader.Encoded;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

class ImageDecoderTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 100;

    private final ImageDecoder decoder = Defaults.decoder();

    @ParameterizedTest
    @MethodSource("formats")
    void decodesEveryFormat(String format) {
        var picture = decode(encoded(format, marked(WIDTH, HEIGHT)));

        assertThat(picture.width()).isEqualTo(WIDTH);
        assertThat(picture.height()).isEqualTo(HEIGHT);
        assertThat(picture.scale()).isEqualTo(1);
        assertMarkedUpright(picture.gray());
    }

    @Test
    void turnsAJpegUprightAsExifSays() {
        // Orientation 6: to be turned clockwise to be seen as it was taken.
        var seen = marked(HEIGHT, WIDTH);
        byte[] jpeg = withOrientation(Encoded.jpeg(turnedCounterclockwise(seen)), 6);

        var picture = decode(jpeg);

        assertThat(picture.width()).isEqualTo(HEIGHT);
        assertThat(picture.height()).isEqualTo(WIDTH);
        assertMarkedUpright(picture.gray());
    }

    @Test
    void bringsALargeJpegDownAndKnowsItsUprightSize() {
        byte[] jpeg = withOrientation(Encoded.jpeg(turnedCounterclockwise(marked(1501, 4003))), 6);

        var picture = decode(jpeg);

        assertThat(picture.width()).isEqualTo(1501);
        assertThat(picture.height()).isEqualTo(4003);
        assertThat(Math.max(picture.gray().width(), picture.gray().height()))
                .isLessThanOrEqualTo(Defaults.limits().workingSide());
        assertThat(picture.scale())
                .isCloseTo((double) picture.height() / picture.gray().height(), within(0.01));
        assertMarkedUpright(picture.gray());
    }

    /** At a half, its sides differ by a pixel, which has to tell that it was turned. */
    @Test
    void knowsTheUprightSizeOfANearlySquareJpeg() {
        byte[] jpeg = withOrientation(Encoded.jpeg(turnedCounterclockwise(marked(3998, 4000))), 6);

        var picture = decode(jpeg);

        assertThat(picture.width()).isEqualTo(3998);
        assertThat(picture.height()).isEqualTo(4000);
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

    @ParameterizedTest
    @MethodSource("formats")
    void refusesASideBeyondTheLimitByTheHeaderAlone(String format) {
        // Nothing but a header: were its pixels looked for, it would be corrupt and not too large.
        assertTooLarge(header(format, 10_001, 10));
        assertTooLarge(header(format, 10, 10_001));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void refusesTooManyPixelsByTheHeaderAlone(String format) {
        assertTooLarge(header(format, 5_001, 5_000));
    }

    @ParameterizedTest
    @CsvSource({"4, 16", "6, 16"})
    void refusesHalfAsManyPixelsWhereTheyAreTransparentAndDeep(int colourType, int bits) {
        byte[] png = header("png", 5000, 2500);
        png[24] = (byte) bits;
        png[25] = (byte) colourType;
        assertThat(decoder.checked(png).width()).isEqualTo(5000);

        ByteBuffer.wrap(png).putInt(20, 2501);

        assertTooLarge(png);
        png[24] = 8;
        assertThat(decoder.checked(png).height()).isEqualTo(2501);
        png[24] = 16;
        png[25] = 2;
        assertThat(decoder.checked(png).height()).isEqualTo(2501);
    }

    @Test
    void refusesMoreScansThanTheLimitBeforeTheyAreDecoded() {
        int most = Defaults.limits().maxScans();
        byte[] allowed = withScans(most);
        assertMarkedUpright(decode(allowed).gray());
        byte[] tooMany = withScans(most + 1);

        // Not of the decoding but of the header.
        assertThatThrownBy(() -> decoder.checked(tooMany))
                .isInstanceOf(CorruptImageException.class)
                .hasMessageContaining((most + 1) + " scans");
    }

    @Test
    void countsNoScansBehindThePicture() {
        // As a phone's moving picture: bytes of another kind, with a picture's markers among them by chance.
        byte[] whole = withScans(Defaults.limits().maxScans());
        byte[] more = Arrays.copyOf(whole, whole.length + 1000);
        for (int i = whole.length; i < more.length - 2; i += 4) {
            more[i] = (byte) 0xff;
            more[i + 1] = (byte) 0xda;
        }
        more[more.length - 2] = (byte) 0xff;
        more[more.length - 1] = (byte) 0xd9;

        assertThat(decoder.checked(more).scans()).isEqualTo(Defaults.limits().maxScans());
    }

    @Test
    void countsNoScansWithinSegments() {
        byte[] whole = withScans(8);
        var comment = new byte[] {
            (byte) 0xff,
            (byte) 0xfe,
            0,
            10,
            (byte) 0xff,
            (byte) 0xd9,
            (byte) 0xff,
            (byte) 0xda,
            0,
            2,
            (byte) 0xff,
            (byte) 0xd9
        };
        int at = lastScan(whole);
        var more = new ByteArrayOutputStream();
        more.write(whole, 0, at);
        more.writeBytes(comment);
        more.write(whole, at, whole.length - at);

        assertThat(decoder.checked(more.toByteArray()).scans()).isEqualTo(8);
    }

    @Test
    void flattensAllBandsAlike() {
        // Half transparent grey, of more rows than are flattened at a time.
        var clear = new BufferedImage(30, 201, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < clear.getHeight(); y++) {
            for (int x = 0; x < clear.getWidth(); x++) {
                clear.setRGB(x, y, y == 150 && x > 3 ? 0xff_00_00_00 : 0x80_40_40_40);
            }
        }

        var gray = decoder.decode(Encoded.png(clear), Polarity.DARK_ON_LIGHT).gray();

        for (int y = 0; y < gray.height(); y++) {
            assertThat(gray.at(2, y)).as("row %d", y).isBetween(158, 161); // 64 * 0.5 + 255 * 0.5
            assertThat(gray.at(9, y)).as("row %d", y).isBetween(y == 150 ? 0 : 158, y == 150 ? 1 : 161);
        }
    }

    @Test
    void refusesAPngThatDeclaresTwentyThousandByTwentyThousand() {
        byte[] png = Encoded.png(marked(WIDTH, HEIGHT));
        ByteBuffer.wrap(png).putInt(16, 20_000).putInt(20, 20_000);

        assertTooLarge(png);
    }

    /** They wait for each other: one that fails must not keep the others out. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // waiting for the turn is not interrupted
    void decodesHeavyPicturesAfterAFailure() {
        byte[] damaged = header("png", 5_000, 5_000);
        damaged[25] = 6;
        assertThatThrownBy(() -> decode(damaged)).isInstanceOf(CorruptImageException.class);
        byte[] heavy = Encoded.png(new BufferedImage(5_000, 4_100, BufferedImage.TYPE_INT_ARGB));

        assertThat(decode(heavy).width()).isEqualTo(5_000);
    }

    @Test
    void refusesMoreBytesThanTheLimit() {
        assertTooLarge(Arrays.copyOf(
                Encoded.png(marked(WIDTH, HEIGHT)), Defaults.limits().maxBytes() + 1));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void refusesWhatIsCutShort(String format) {
        byte[] whole = encoded(format, DrawnNumbers.plain(8, 60));

        for (int length : List.of(whole.length / 2, whole.length / 4, whole.length * 3 / 4, 16, 12)) {
            assertThatThrownBy(() -> decode(Arrays.copyOf(whole, length)))
                    .as("%s cut to %d of %d bytes", format, length, whole.length)
                    .isInstanceOf(CorruptImageException.class);
        }
    }

    @Test
    void decodesAJpegThatHasNoEndMarker() {
        for (byte[] jpeg : List.of(Encoded.jpeg(marked(WIDTH, HEIGHT)), progressive(marked(WIDTH, HEIGHT)))) {
            var whole = decode(jpeg);
            assertThat(whole.warnings()).isEmpty();
            for (int missing = 1; missing <= 2; missing++) {
                var picture = decode(Arrays.copyOf(jpeg, jpeg.length - missing));

                assertThat(picture.gray().pixels()).isEqualTo(whole.gray().pixels());
                assertThat(picture.warnings()).singleElement().asString().contains("no end marker");
            }
        }
    }

    @Test
    void decodesAJpegThatHasStrayBytes() {
        byte[] plain = Encoded.jpeg(marked(WIDTH, HEIGHT));
        byte[] progressive = progressive(marked(WIDTH, HEIGHT));
        tellsOfStrayBytes(plain, second(plain));
        tellsOfStrayBytes(plain, plain.length - 2);
        tellsOfStrayBytes(progressive, second(progressive)); // nobody looks for any behind its scans
    }

    /** Where the second segment begins. */
    private static int second(byte[] jpeg) {
        return 4 + (jpeg[4] & 0xff) * 256 + (jpeg[5] & 0xff);
    }

    private void tellsOfStrayBytes(byte[] jpeg, int at) {
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, at);
        out.writeBytes(new byte[] {1, (byte) 0xff, 0, 2, 3});
        out.write(jpeg, at, jpeg.length - at);
        var picture = decode(out.toByteArray());

        assertThat(picture.gray().pixels()).isEqualTo(decode(jpeg).gray().pixels());
        assertThat(picture.warnings()).singleElement().asString().contains("stray bytes");
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
    void laysADarkDrawingOnWhite() {
        assertMarkedUpright(decode(Encoded.png(drawing(Color.BLACK))).gray());
    }

    @Test
    void laysALightDrawingOnBlackAndMakesItDarkOnLight() {
        assertMarkedUpright(decode(Encoded.png(drawing(Color.WHITE))).gray());
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
    void findsOutThatInkIsDark() {
        var paper = decoder.decode(Encoded.png(DrawnNumbers.plain(5, 60)), Polarity.AUTO)
                .gray();

        assertThat(paper.at(2, 2)).isGreaterThan(200);
    }

    @Test
    void findsOutThatInkIsLight() {
        var paper = decoder.decode(Encoded.png(inverted(DrawnNumbers.plain(5, 60))), Polarity.AUTO)
                .gray();

        assertThat(paper.at(2, 2)).isGreaterThan(200);
    }

    @Test
    void obeysTheCallersPolarity() {
        byte[] darkOnLight = Encoded.png(DrawnNumbers.plain(5, 60));

        assertThat(decoder.decode(darkOnLight, Polarity.DARK_ON_LIGHT).gray().at(2, 2))
                .isGreaterThan(200);
        assertThat(decoder.decode(darkOnLight, Polarity.LIGHT_ON_DARK).gray().at(2, 2))
                .isLessThan(50);
    }

    @Test
    void decodesAPictureOfOnePixel() {
        var picture = decode(Encoded.png(DrawnNumbers.paper(1, 1)));

        assertThat(picture.gray().width()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("formats")
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

    static List<String> formats() {
        return List.of("jpg", "png", "webp", "bmp");
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

    private Picture decode(byte[] bytes) {
        return decoder.decode(bytes, Polarity.AUTO);
    }

    private void assertTooLarge(byte[] bytes) {
        assertThatThrownBy(() -> decode(bytes)).isInstanceOf(TooLargeException.class);
    }

    private void assertUnsupported(byte[] bytes) {
        assertThatThrownBy(() -> decode(bytes)).isInstanceOf(UnsupportedFormatException.class);
    }

    private static byte[] encoded(String format, BufferedImage picture) {
        return format.equals("webp") ? Encoded.webp(picture) : Encoded.as(format, picture);
    }

    /** Paper with a dark bar in the left upper quarter, which tells which way is up. */
    private static BufferedImage marked(int width, int height) {
        var paper = DrawnNumbers.paper(width, height);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(width / 5, height / 5, width / 10, height / 10);
        pen.dispose();
        return paper;
    }

    private static void assertMarkedUpright(GrayImage gray) {
        assertThat(gray.at(gray.width() / 4, gray.height() / 4)).as("mark").isLessThan(60);
        assertThat(gray.at(gray.width() * 3 / 4, gray.height() / 4)).as("right").isGreaterThan(200);
        assertThat(gray.at(gray.width() / 4, gray.height() * 3 / 4)).as("below").isGreaterThan(200);
        assertThat(gray.at(gray.width() * 3 / 4, gray.height() * 3 / 4))
                .as("opposite")
                .isGreaterThan(200);
    }

    private static BufferedImage turnedCounterclockwise(BufferedImage seen) {
        var stored = DrawnNumbers.paper(seen.getHeight(), seen.getWidth());
        for (int y = 0; y < seen.getHeight(); y++) {
            for (int x = 0; x < seen.getWidth(); x++) {
                int grey = seen.getRaster().getSample(x, y, 0);
                stored.getRaster().setSample(y, seen.getWidth() - 1 - x, 0, grey);
            }
        }
        return stored;
    }

    private static BufferedImage inverted(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.getRaster().setSample(x, y, 0, 255 - picture.getRaster().getSample(x, y, 0));
            }
        }
        return picture;
    }

    /** The mark on nothing. */
    private static BufferedImage drawing(Color ink) {
        var clear = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = clear.createGraphics();
        pen.setColor(ink);
        pen.fillRect(WIDTH / 5, HEIGHT / 5, WIDTH / 10, HEIGHT / 10);
        pen.dispose();
        return clear;
    }

    private static byte[] progressive(BufferedImage picture) {
        try (var mats = new Mats()) {
            Mat pixels = mats.own(
                    Imgcodecs.imdecode(mats.own(new MatOfByte(Encoded.png(picture))), Imgcodecs.IMREAD_GRAYSCALE));
            MatOfByte bytes = mats.own(new MatOfByte());
            var progressive = mats.own(new MatOfInt(Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1));
            Imgcodecs.imencode(".jpg", pixels, bytes, progressive);
            return bytes.toArray();
        }
    }

    /** A progressive JPEG whose last scan is there again, until it has so many. */
    private static byte[] withScans(int scans) {
        byte[] jpeg = progressive(marked(WIDTH, HEIGHT));
        int has = 0;
        for (int i = 0; i < jpeg.length - 1; i++) {
            has += (jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xda ? 1 : 0;
        }
        int at = lastScan(jpeg);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, at);
        for (int i = has; i <= scans; i++) {
            out.write(jpeg, at, jpeg.length - 2 - at);
        }
        out.write(jpeg, jpeg.length - 2, 2);
        return out.toByteArray();
    }

    private static int lastScan(byte[] jpeg) {
        int at = jpeg.length - 2;
        while ((jpeg[at] & 0xff) != 0xff || (jpeg[at + 1] & 0xff) != 0xda) {
            at--;
        }
        return at;
    }

    /** Puts an APP1 segment with one EXIF entry behind the start of a JPEG. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(36).order(ByteOrder.BIG_ENDIAN);
        exif.putShort((short) 0xffe1).putShort((short) 34);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(exif.array());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** A header that declares a size, and nothing behind it. */
    private static byte[] header(String format, int width, int height) {
        var big = ByteBuffer.allocate(64);
        var little = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        return switch (format) {
            case "png" ->
                big.putLong(0x89504e470d0a1a0aL)
                        .putInt(13)
                        .put(ascii("IHDR"))
                        .putInt(width)
                        .putInt(height)
                        .putInt(0x08000000)
                        .array();
            case "jpg" ->
                big.putShort((short) 0xffd8)
                        .putShort((short) 0xffc0)
                        .putShort((short) 11)
                        .put((byte) 8)
                        .putShort((short) height)
                        .putShort((short) width)
                        .put((byte) 1)
                        .put(new byte[] {1, 0x11, 0})
                        .putShort((short) 0xffda)
                        .putShort((short) 8)
                        .put(new byte[] {1, 1, 0, 0, 63, 0})
                        .putShort((short) 0xffd9)
                        .array();
            case "bmp" ->
                little.put(ascii("BM"))
                        .putInt(64)
                        .putInt(0)
                        .putInt(54)
                        .putInt(40)
                        .putInt(width)
                        .putInt(height)
                        .array();
            case "webp" ->
                little.put(ascii("RIFF"))
                        .putInt(56)
                        .put(ascii("WEBPVP8X"))
                        .putInt(10)
                        .putInt(0)
                        .putInt(24, width - 1)
                        .putInt(27, height - 1)
                        .array();
            default -> throw new IllegalArgumentException(format);
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
