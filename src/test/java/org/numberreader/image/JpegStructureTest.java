package org.numberreader.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.numberreader.image.DecodingFixture.HEIGHT;
import static org.numberreader.image.DecodingFixture.WIDTH;
import static org.numberreader.image.DecodingFixture.assertMarkedUpright;
import static org.numberreader.image.DecodingFixture.decode;
import static org.numberreader.image.DecodingFixture.marked;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.numberreader.Defaults;
import org.numberreader.Encoded;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** A JPEG's scans, its end marker, and stray bytes between its segments. */
class JpegStructureTest {
    private final ImageDecoder decoder = Defaults.decoder();

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

    @Test
    void refusesAJpegWithStrayBytesThatHideWhetherItIsWhole() {
        byte[] jpeg = Encoded.jpeg(marked(WIDTH, HEIGHT));
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, jpeg.length - 2);
        out.writeBytes(new byte[] {1, 2, 3, 4, 5, 6}); // and no end marker

        assertThatThrownBy(() -> decode(out.toByteArray())).isInstanceOf(CorruptImageException.class);
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
}
