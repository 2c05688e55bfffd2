package org.numberreader.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.image.Mats;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** What the pixels are is OpenCV's to say. */
class JpegQuarterTest {
    @ParameterizedTest(name = "{0} channels, restart interval {1}, sampling {2}, quality {3}")
    @CsvSource({
        "1, 0, 411111, 90",
        "1, 2, 411111, 30",
        "3, 0, 221111, 90",
        "3, 3, 221111, 60",
        "3, 0, 111111, 100",
        "3, 5, 211111, 75",
        "3, 0, 411111, 75"
    })
    void isWhatOpenCvMakes(int channels, int restart, String sampling, int quality) {
        var jpeg = new NoisyJpeg(channels, restart, Integer.parseInt(sampling, 16), quality, false);

        for (byte[] bytes : jpeg.bothRoughAndSmooth()) {
            var quarter = quarter(bytes).orElseThrow();

            try (var mats = new Mats()) {
                Mat expected = mats.own(
                        Imgcodecs.imdecode(mats.own(new MatOfByte(bytes)), Imgcodecs.IMREAD_REDUCED_GRAYSCALE_4));
                assertThat(quarter.width()).isEqualTo(expected.cols());
                assertThat(quarter.height()).isEqualTo(expected.rows());
                byte[] pixels = Mats.picture(expected).pixels();
                int others = 0;
                for (int i = 0; i < pixels.length; i++) {
                    int gap = Math.abs((pixels[i] & 0xff) - (quarter.pixels()[i] & 0xff));
                    assertThat(gap).as("pixel %d", i).isLessThanOrEqualTo(1);
                    others += gap;
                }
                assertThat(others).as("rounded otherwise").isLessThan(pixels.length / 20);
            }
        }
    }

    @Test
    void leavesOutWhatIsDamaged() {
        byte[] jpeg = new NoisyJpeg(3, 0, 0x221111, 90, false).rough();
        jpeg[jpeg.length / 2] = (byte) 0xff;
        jpeg[jpeg.length / 2 + 1] = (byte) 0xd9;

        assertThat(JpegScan.isDamaged(jpeg)).contains(true);
        assertThat(quarter(jpeg)).isEmpty();
    }

    @Test
    void leavesOutWhatIsProgressive() {
        assertThat(quarter(new NoisyJpeg(3, 0, 0x221111, 90, true).rough())).isEmpty();
    }

    /** Their first colour may be red. */
    @Test
    void leavesOutOtherColours() {
        byte[] jpeg = new NoisyJpeg(3, 0, 0x111111, 90, false).rough();
        byte[] adobe = {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};

        assertThat(quarter(jpeg)).isPresent();
        assertThat(quarter(with(jpeg, adobe))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"II", "MM"})
    void tellsHowTheCameraWasHeld(String order) {
        for (int orientation = 1; orientation <= 8; orientation++) {
            assertThat(orientation(exif(order, orientation, 42))).isEqualTo(orientation);
        }
        assertThat(orientation(exif(order, 9, 42))).isEqualTo(1);
        assertThat(orientation(exif(order, 6, 43))).as("no TIFF").isEqualTo(1);
        byte[] xmp = exif(order, 6, 42);
        System.arraycopy("http://ns.adobe.com".getBytes(StandardCharsets.US_ASCII), 0, xmp, 4, 19);
        assertThat(orientation(xmp)).as("another kind of segment").isEqualTo(1);
        assertThat(orientation(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 2}))
                .as("empty")
                .isEqualTo(1);
    }

    /** What the limits were held to is what is made: behind padding another frame may hide. */
    @Test
    void leavesOutWhatIsOfAnotherSize() {
        byte[] jpeg = new NoisyJpeg(1, 0, 0x411111, 90, false).rough();

        assertThat(JpegQuarter.of(jpeg, NoisyJpeg.WIDTH, NoisyJpeg.HEIGHT)).isPresent();
        assertThat(JpegQuarter.of(jpeg, NoisyJpeg.WIDTH + 1, NoisyJpeg.HEIGHT)).isEmpty();
        assertThat(quarter(with(jpeg, new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xfe, 0, 2})))
                .as("padding")
                .isEmpty();
        byte[] frame = {(byte) 0xff, (byte) 0xc0, 0, 11, 8, 0, 83, 0, (byte) 166, 1, 1, 0x11, 0};
        assertThat(quarter(with(jpeg, frame))).as("two frames").isEmpty();
    }

    @Test
    void multipliesByTablesOfSixteenBits() {
        byte[] jpeg = new NoisyJpeg(1, 0, 0x411111, 30, false).rough();
        int at = 2;
        while (jpeg[at + 1] != (byte) 0xdb) {
            at += 2 + (jpeg[at + 2] & 0xff) * 256 + (jpeg[at + 3] & 0xff);
        }
        byte[] table = new byte[2 + 2 + 1 + 128];
        table[0] = (byte) 0xff;
        table[1] = (byte) 0xdb;
        table[3] = (byte) (table.length - 2);
        table[4] = 0x10;
        for (int i = 0; i < 64; i++) {
            table[6 + 2 * i] = jpeg[at + 5 + i];
        }
        byte[] wide = Arrays.copyOf(jpeg, jpeg.length + table.length - 69);
        System.arraycopy(table, 0, wide, at, table.length);
        System.arraycopy(jpeg, at + 69, wide, at + table.length, jpeg.length - at - 69);

        assertThat(quarter(wide).orElseThrow().pixels())
                .isEqualTo(quarter(jpeg).orElseThrow().pixels());
    }

    /** 12 bits a sample. */
    @Test
    void leavesOutDeeperSamples() {
        byte[] jpeg = new NoisyJpeg(1, 0, 0x411111, 90, false).rough();
        int at = 2;
        while (jpeg[at + 1] != (byte) 0xc0) {
            at += 2 + (jpeg[at + 2] & 0xff) * 256 + (jpeg[at + 3] & 0xff);
        }
        jpeg[at + 4] = 12;

        assertThat(quarter(jpeg)).isEmpty();
    }

    /** OpenCV gives up before the orientation. */
    @Test
    void leavesOutWhereAnEntryPointsOutside() {
        byte[] exif = exif("MM", 6, 42);
        exif[4 + 6 + 10 + 5] = 0x7f; // a width of 0x7f0001 values

        assertThat(quarter(with(new NoisyJpeg(1, 0, 0x411111, 90, false).rough(), exif)))
                .isEmpty();
    }

    /** OpenCV decides, as it did before. */
    @Test
    void leavesOutWhoseExifPointsOutside() {
        byte[] exif = exif("MM", 6, 42);
        exif[4 + 6 + 4] = 0x7f;

        assertThat(quarter(with(new NoisyJpeg(1, 0, 0x411111, 90, false).rough(), exif)))
                .isEmpty();
    }

    private static Optional<JpegQuarter> quarter(byte[] jpeg) {
        return JpegQuarter.of(jpeg, NoisyJpeg.WIDTH, NoisyJpeg.HEIGHT);
    }

    private static int orientation(byte[] segment) {
        byte[] jpeg = new NoisyJpeg(1, 0, 0x411111, 90, false).rough();
        return quarter(with(jpeg, segment)).orElseThrow().orientation();
    }

    /** An APP1 segment with one other entry before the orientation. */
    private static byte[] exif(String order, int orientation, int tiff) {
        var exif = ByteBuffer.allocate(48).putShort((short) 0xffe1).putShort((short) 46);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put(order.getBytes(StandardCharsets.US_ASCII));
        exif.order(order.equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        exif.putShort((short) tiff).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x0100).putShort((short) 3).putInt(1).putInt(6);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return exif.array();
    }

    private static byte[] with(byte[] jpeg, byte[] segment) {
        byte[] all = Arrays.copyOf(jpeg, jpeg.length + segment.length);
        System.arraycopy(segment, 0, all, 2, segment.length);
        System.arraycopy(jpeg, 2, all, 2 + segment.length, jpeg.length - 2);
        return all;
    }
}
