package org.numberreader.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.numberreader.image.DecodingFixture.HEIGHT;
import static org.numberreader.image.DecodingFixture.WIDTH;
import static org.numberreader.image.DecodingFixture.assertMarkedUpright;
import static org.numberreader.image.DecodingFixture.decode;
import static org.numberreader.image.DecodingFixture.marked;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.numberreader.Defaults;
import org.numberreader.DrawnNumbers;
import org.numberreader.Encoded;

/** A JPEG is decoded upright, whatever EXIF says of its orientation. */
class JpegOrientationTest {
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
}
