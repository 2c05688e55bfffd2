package org.numberreader.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.Defaults;
import org.numberreader.Encoded;

class ExifOrientationTest {
    private static final BufferedImage PICTURE = new BufferedImage(40, 20, BufferedImage.TYPE_3BYTE_BGR);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsItBehindXmp(int orientation) {
        byte[] xmp = segment("http://ns.adobe.com/xap/1.0/\0<x/>".getBytes(ISO_8859_1));
        byte[] exif = segment(joined("Exif\0\0".getBytes(ISO_8859_1), tiff(orientation, ByteOrder.BIG_ENDIAN)));
        byte[] jpeg = Encoded.jpeg(PICTURE);
        byte[] file = joined(Arrays.copyOf(jpeg, 2), xmp, exif, Arrays.copyOfRange(jpeg, 2, jpeg.length));

        assertThat(EncodedPicture.of(file).orientation()).isEqualTo(orientation);
        assertTurned(file, orientation >= 5);
    }

    @Test
    void findsItInAPng() {
        byte[] png = Encoded.png(PICTURE);
        byte[] exif = joined("eXIf".getBytes(ISO_8859_1), tiff(6, ByteOrder.LITTLE_ENDIAN));
        var crc = new CRC32();
        crc.update(exif);
        byte[] chunk = joined(number(exif.length - 4), exif, number((int) crc.getValue()));
        byte[] file = joined(Arrays.copyOf(png, 33), chunk, Arrays.copyOfRange(png, 33, png.length));

        assertThat(EncodedPicture.of(file).orientation()).isEqualTo(6);
        assertTurned(file, true);
    }

    @Test
    void findsItInAWebp() {
        byte[] file = joined(Encoded.webp(PICTURE), webpChunk("EXIF", tiff(8, ByteOrder.LITTLE_ENDIAN)));
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(4, file.length - 8);

        assertThat(EncodedPicture.of(file).orientation()).isEqualTo(8);
        assertTurned(file, true);
    }

    @Test
    void isUprightWhereItMakesNoSense() {
        byte[] jpeg = Encoded.jpeg(PICTURE);
        byte[] wrong = segment(joined("Exif\0\0".getBytes(ISO_8859_1), tiff(9, ByteOrder.BIG_ENDIAN)));
        byte[] cut = segment("Exif\0\0MM".getBytes(ISO_8859_1));
        for (byte[] exif : new byte[][] {wrong, cut, new byte[0]}) {
            byte[] file = joined(Arrays.copyOf(jpeg, 2), exif, Arrays.copyOfRange(jpeg, 2, jpeg.length));
            assertThat(EncodedPicture.of(file).orientation()).isEqualTo(EncodedPicture.UPRIGHT);
        }
        assertThat(EncodedPicture.of(Arrays.copyOf(jpeg, 3)).orientation()).isEqualTo(EncodedPicture.UPRIGHT);
    }

    private static void assertTurned(byte[] file, boolean turned) {
        var picture = Defaults.decoder().decode(file, Polarity.DARK_ON_LIGHT);

        assertThat(picture.width()).isEqualTo(turned ? 20 : 40);
        assertThat(picture.gray().width()).isEqualTo(turned ? 20 : 40);
    }

    private static byte[] segment(byte[] content) {
        int length = content.length + 2;
        return joined(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length}, content);
    }

    private static byte[] webpChunk(String name, byte[] content) {
        var length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(content.length);
        return joined(name.getBytes(ISO_8859_1), length.array(), content);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    /** A directory with one entry. */
    private static byte[] tiff(int orientation, ByteOrder order) {
        var out = ByteBuffer.allocate(26).order(order);
        out.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(ISO_8859_1));
        out.putShort((short) 42).putInt(8).putShort((short) 1);
        out.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        return out.putShort((short) orientation).putShort((short) 0).putInt(0).array();
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
