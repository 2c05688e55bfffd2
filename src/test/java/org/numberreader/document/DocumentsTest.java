package org.numberreader.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.numberreader.document.DocumentFixture.HEIGHT;
import static org.numberreader.document.DocumentFixture.WIDTH;
import static org.numberreader.document.DocumentFixture.assertMarkedUpright;
import static org.numberreader.document.DocumentFixture.bigMarked;
import static org.numberreader.document.DocumentFixture.marked;
import static org.numberreader.document.DocumentFixture.onlyPage;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.Defaults;
import org.numberreader.Encoded;
import org.numberreader.document.Files.Packing;
import org.numberreader.document.page.PageSource;
import org.numberreader.document.page.SinglePicture;
import org.numberreader.image.CorruptImageException;
import org.numberreader.image.EncodedPicture;
import org.numberreader.image.ImageException;
import org.numberreader.image.Polarity;
import org.numberreader.image.UnsupportedFormatException;

/** Files of all formats are opened, and their pages decoded one at a time. */
class DocumentsTest {
    private final Documents documents = Defaults.documents();

    @Test
    void decodesThePagesThatAreAskedFor() {
        var second = new BufferedImage(90, 70, BufferedImage.TYPE_BYTE_GRAY);
        var pages = new BufferedImage[] {marked(), second};
        for (byte[] file : new byte[][] {Files.scans(Packing.JPEG, pages), Files.tiff("LZW", pages)}) {
            try (var document = documents.open(file)) {
                assertThat(document.pages()).isEqualTo(2);
                assertThat(document.page(2, Polarity.DARK_ON_LIGHT).width()).isEqualTo(90);
                assertMarkedUpright(document.page(1, Polarity.DARK_ON_LIGHT));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "png", "bmp"})
    void decodesSinglePictures(String format) {
        assertMarkedUpright(onlyPage(Encoded.as(format, Files.as(BufferedImage.TYPE_BYTE_INDEXED, marked()))));
    }

    @Test
    void decodesTheFirstFrameOfAnAnimatedWebp() {
        assertMarkedUpright(onlyPage(animated(Encoded.webp(marked()), Encoded.webp(bigMarked()))));
        assertThatThrownBy(() -> onlyPage(animated())).isInstanceOf(CorruptImageException.class);
    }

    private static byte[] animated(byte[]... stills) {
        var frames = new java.io.ByteArrayOutputStream();
        for (byte[] still : stills) {
            int data = still.length - 12;
            var frame = little(8 + 16 + data)
                    .put("ANMF".getBytes(StandardCharsets.US_ASCII))
                    .putInt(16 + data);
            frame.position(14); // behind where it lies
            frame.putInt(WIDTH - 1).position(17);
            frame.putInt(HEIGHT - 1).position(24);
            frames.writeBytes(frame.put(still, 12, data).array());
        }
        var file = little(30 + frames.size()).put("RIFF".getBytes(StandardCharsets.US_ASCII));
        file.putInt(22 + frames.size())
                .put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII))
                .putInt(10)
                .putInt(2);
        file.putInt(WIDTH - 1).position(27);
        file.put((byte) (HEIGHT - 1)).position(30);
        return file.put(frames.toByteArray()).array();
    }

    private static java.nio.ByteBuffer little(int size) {
        return java.nio.ByteBuffer.allocate(size).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void saysWhatToDoWithAPhonesFormat() {
        assertThatThrownBy(() -> documents.open(iso("heic")))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("JPEG");
        assertThatThrownBy(() -> documents.open(iso("avif")))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("AVIF");
        assertThatThrownBy(() -> documents.open("numbers".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("PDF");
    }

    @Test
    void refusesWhatIsCutShort() {
        byte[] tiff = Files.tiff("LZW", marked());
        byte[] pdf = Files.scans(Packing.FLATE, marked());
        byte[] gif = Encoded.as("gif", Files.as(BufferedImage.TYPE_BYTE_INDEXED, marked()));
        for (byte[] file : new byte[][] {tiff, pdf, gif}) {
            for (int length : new int[] {10, file.length / 3}) {
                byte[] cut = java.util.Arrays.copyOf(file, length);
                assertThatThrownBy(() -> onlyPage(cut)).isInstanceOf(ImageException.class);
            }
        }
        assertThatThrownBy(() -> onlyPage(Files.raw("<< /Type /Catalog >>"))).isInstanceOf(CorruptImageException.class);
    }

    @Test
    void namesThePageThatIsDamaged() {
        byte[] tiff = Files.tiff("LZW", marked(), marked());
        java.util.Arrays.fill(tiff, 8, 8 + 100, (byte) 0); // page 1's pixels come first
        try (var document = documents.open(tiff)) {
            assertThatThrownBy(() -> document.page(1, Polarity.AUTO))
                    .isInstanceOf(CorruptImageException.class)
                    .hasMessageStartingWith("Page 1: ");
            assertMarkedUpright(document.page(2, Polarity.AUTO));
        }
    }

    @Test
    void doesNotWaitForOtherDocumentsForLong() {
        var turn = new PageTurn(Duration.ofMillis(10));
        turn.take();
        try (var waiting = new Document(new Pages(), Defaults.decoder(), turn);
                var picture = new Document(
                        new SinglePicture(EncodedPicture.of(Encoded.png(marked()))), Defaults.decoder(), turn)) {
            assertThatThrownBy(() -> waiting.page(1, Polarity.AUTO)).isInstanceOf(BusyException.class);
            assertMarkedUpright(picture.page(1, Polarity.AUTO));

            turn.give();
            assertMarkedUpright(waiting.page(1, Polarity.AUTO));
            assertMarkedUpright(waiting.page(1, Polarity.AUTO));
        }
    }

    /** A document of the marked picture. */
    private static final class Pages implements PageSource {
        @Override
        public int pages() {
            return 1;
        }

        @Override
        public EncodedPicture page(int number) {
            return EncodedPicture.of(Encoded.png(marked()));
        }

        @Override
        public void close() {
            // Nothing to close.
        }
    }

    private static byte[] iso(String brand) {
        return ("\0\0\0\u0018ftyp" + brand + "\0\0\0\0mif1" + brand).getBytes(StandardCharsets.ISO_8859_1);
    }
}
