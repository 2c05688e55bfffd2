package org.numberreader.document;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.numberreader.document.DocumentFixture.HEIGHT;
import static org.numberreader.document.DocumentFixture.WIDTH;
import static org.numberreader.document.DocumentFixture.assertMarkedUpright;
import static org.numberreader.document.DocumentFixture.assertSame;
import static org.numberreader.document.DocumentFixture.marked;
import static org.numberreader.document.DocumentFixture.onlyPage;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.Defaults;
import org.numberreader.Encoded;
import org.numberreader.document.Files.Packing;
import org.numberreader.image.CorruptImageException;
import org.numberreader.image.TooLargeException;

/** TIFFs of all compressions and depths. */
class TiffDocumentsTest {
    private final Documents documents = Defaults.documents();

    @ParameterizedTest
    @ValueSource(strings = {"None", "PackBits", "LZW", "JPEG", "Deflate"})
    void decodesGreyAndColouredTiffs(String compression) {
        for (int kind : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR}) {
            assertMarkedUpright(onlyPage(Files.tiff(compression, Files.as(kind, marked()))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CCITT RLE", "CCITT T.4", "CCITT T.6", "LZW"})
    void decodesTiffsOfOneBit(String compression) {
        assertMarkedUpright(onlyPage(Files.tiff(compression, Files.as(BufferedImage.TYPE_BYTE_BINARY, marked()))));
    }

    @Test
    void decodesTiffsOf16Bits() {
        var deep = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
        var gray = Files.as(BufferedImage.TYPE_BYTE_GRAY, marked());
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                deep.getRaster().setSample(x, y, 0, 257 * gray.getRaster().getSample(x, y, 0));
            }
        }
        var picture = onlyPage(Files.tiff("LZW", deep));

        assertMarkedUpright(picture);
        assertSame(picture, onlyPage(Encoded.png(gray)), 0);
    }

    @Test
    void decodesATiffAsThePngOfIt() {
        var gray = new BufferedImage(256, 40, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 256; x++) {
            for (int y = 0; y < 40; y++) {
                gray.getRaster().setSample(x, y, 0, x);
            }
        }
        assertSame(onlyPage(Files.tiff("LZW", gray)), onlyPage(Encoded.png(gray)), 0);
        var colour = Files.as(BufferedImage.TYPE_3BYTE_BGR, marked());
        assertSame(onlyPage(Files.tiff("LZW", colour)), onlyPage(Encoded.png(colour)), 1);
        assertSame(onlyPage(Files.scans(Packing.FLATE, colour)), onlyPage(Encoded.png(colour)), 1);
    }

    @Test
    void looksAtTheJpegsInATiff() {
        byte[] tiff = Files.tiff("JPEG", marked());
        int frame = frame(tiff);

        byte[] large = tiff.clone();
        ByteBuffer.wrap(large).putShort(frame + 5, (short) 60_000).putShort(frame + 7, (short) 60_000);
        assertThatThrownBy(() -> onlyPage(large)).isInstanceOf(TooLargeException.class);

        byte[] withoutLengths = large.clone();
        ByteBuffer.wrap(withoutLengths).order(order(tiff)).putShort(entry(tiff, 279), (short) 60_000);
        assertThatThrownBy(() -> onlyPage(withoutLengths)).isInstanceOf(TooLargeException.class);

        byte[] frameless = large.clone();
        frameless[frame + 1] = (byte) 0xe9; // a segment that is passed over
        assertThatThrownBy(() -> onlyPage(frameless)).isInstanceOf(CorruptImageException.class);

        byte[] noMarker = large.clone();
        noMarker[frame] = 0;
        assertThatThrownBy(() -> onlyPage(noMarker)).isInstanceOf(CorruptImageException.class);
    }

    /** Where the JPEG in a TIFF declares its size. */
    private static int frame(byte[] tiff) {
        int at = 0;
        while (tiff[at] != (byte) 0xff || tiff[at + 1] != (byte) 0xc0) {
            at++;
        }
        return at;
    }

    private static int entry(byte[] tiff, int field) {
        var bytes = ByteBuffer.wrap(tiff).order(order(tiff));
        int entry = bytes.getInt(4) + 2;
        while (bytes.getShort(entry) != field) {
            entry += 12;
        }
        return entry;
    }

    private static ByteOrder order(byte[] tiff) {
        return tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    @Test
    void doesNotPassOverPagesOfATiff() {
        var bytes = ByteBuffer.allocate(8 + 10_001 * 6).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        for (int i = 1; i <= 10_001; i++) {
            bytes.putShort((short) 0).putInt(i == 10_001 ? 0 : bytes.position() + 4);
        }
        assertThatThrownBy(() -> documents.open(bytes.array())).isInstanceOf(TooLargeException.class);
    }
}
