package org.numberreader.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.Defaults;
import org.numberreader.Encoded;
import org.numberreader.document.Files.Packing;
import org.numberreader.document.page.PageSource;
import org.numberreader.document.page.SinglePicture;
import org.numberreader.image.CorruptImageException;
import org.numberreader.image.EncodedPicture;
import org.numberreader.image.ImageException;
import org.numberreader.image.NoSuchPageException;
import org.numberreader.image.Picture;
import org.numberreader.image.Polarity;
import org.numberreader.image.TooLargeException;
import org.numberreader.image.UnreadableDocumentException;
import org.numberreader.image.UnsupportedFormatException;

class DocumentsTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 104;

    private final Documents documents = Defaults.documents();

    @ParameterizedTest
    @EnumSource(Packing.class)
    void takesTheScanThatAPageIs(Packing packing) {
        var picture = onlyPage(Files.scans(packing, marked()));

        assertThat(picture.width()).isEqualTo(WIDTH);
        assertThat(picture.height()).isEqualTo(HEIGHT);
        assertMarkedUpright(picture);
    }

    @ParameterizedTest(name = "{0} degrees")
    @CsvSource({"0", "90", "180", "270"})
    void turnsAPageAsItSays(int rotation) {
        byte[] pdf = Files.pdf(document -> {
            var page = Files.page(document, WIDTH, HEIGHT);
            page.setRotation(rotation);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        Files.packed(document, Packing.JPEG, marked()),
                        0,
                        0,
                        page.getMediaBox().getWidth(),
                        page.getMediaBox().getHeight());
            }
        });
        var picture = onlyPage(pdf);

        boolean turned = rotation % 180 != 0;
        assertThat(picture.width()).isEqualTo(turned ? HEIGHT : WIDTH);
        // The mark is in the left upper quarter and goes round with the clock.
        assertMark(picture, rotation == 90 || rotation == 180 ? 3 : 1, rotation >= 180 ? 3 : 1);
    }

    /** The eight ways in which a picture can lie on a page, and how the page must look when it is drawn. */
    @ParameterizedTest(name = "{0}, {1}, {2}, {3}")
    @CsvSource({"1,0,0,1", "-1,0,0,1", "-1,0,0,-1", "1,0,0,-1", "0,1,1,0", "0,-1,1,0", "0,-1,-1,0", "0,1,-1,0"})
    void takesAScanAsItLies(int a, int b, int c, int d) {
        boolean turned = a == 0;
        float width = (turned ? HEIGHT : WIDTH) * 0.24f;
        float height = (turned ? WIDTH : HEIGHT) * 0.24f;
        var scan = onlyPage(lying(a * width, b * height, c * width, d * height, false));
        var drawn = onlyPage(lying(a * width, b * height, c * width, d * height, true));

        assertThat(scan.width()).isCloseTo(drawn.width(), within(1));
        assertThat(scan.height()).isCloseTo(drawn.height(), within(1));
        for (int y = 1; y < 4; y += 2) {
            for (int x = 1; x < 4; x += 2) {
                assertThat(at(scan, x, y)).as("%d, %d", x, y).isCloseTo(at(drawn, x, y), within(20));
            }
        }
    }

    private static byte[] lying(float a, float b, float c, float d, boolean withALine) {
        return Files.pdf(document -> {
            var page = Files.page(document, b == 0 ? WIDTH : HEIGHT, b == 0 ? HEIGHT : WIDTH);
            float x = Math.max(0, -a) + Math.max(0, -c);
            float y = Math.max(0, -b) + Math.max(0, -d);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(Files.packed(document, Packing.JPEG, marked()), new Matrix(a, b, c, d, x, y));
                if (withALine) { // then the page is no scan, and is drawn
                    content.addRect(0, 0, 0.1f, 0.1f);
                    content.fill();
                }
            }
        });
    }

    @Test
    void drawsAPageThatIsMoreThanAScan() {
        byte[] pdf = Files.pdf(document -> {
            var page = Files.page(document, 2480, 3508);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 100);
                content.newLineAtOffset(100, 400);
                content.showText("147");
                content.endText();
            }
        });
        var picture = onlyPage(pdf);

        assertThat(picture.width()).isCloseTo(2480, within(1));
        assertThat(picture.height()).isCloseTo(3508, within(1));
        assertThat(darkest(picture)).isLessThan(60);
    }

    @Test
    void takesAScanUnderTextThatIsNotSeen() {
        byte[] pdf = Files.pdf(document -> {
            var page = Files.page(document, WIDTH, HEIGHT);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        Files.packed(document, Packing.JPEG, bigMarked()),
                        0,
                        0,
                        page.getMediaBox().getWidth(),
                        page.getMediaBox().getHeight());
                content.beginText();
                content.setRenderingMode(RenderingMode.NEITHER);
                content.setFont(new PDType1Font(FontName.HELVETICA), 10);
                content.showText("147");
                content.endText();
            }
        });
        var picture = onlyPage(pdf);

        assertThat(picture.width()).isEqualTo(3 * WIDTH); // the scan's own pixels
        assertMarkedUpright(picture);
    }

    @Test
    void hasAPosterDrawnSmaller() {
        byte[] pdf = Files.pdf(document -> Files.page(document, 20_000, 10_000));

        var picture = onlyPage(pdf);

        assertThat((long) picture.width() * picture.height()).isLessThanOrEqualTo(8_750_000);
        assertThat(picture.width()).isCloseTo(2 * picture.height(), within(2));
    }

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
    void saysThatAPdfIsEncrypted() {
        assertThatThrownBy(() -> documents.open(Files.encrypted(marked(), "secret")))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("encrypted");
    }

    /** Every viewer opens it. */
    @Test
    void opensAPdfWithoutAPasswordToOpenIt() {
        try (var document = documents.open(Files.encrypted(marked(), ""))) {
            assertThat(document.page(1, Polarity.AUTO).width()).isCloseTo(WIDTH, within(1));
        }
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
    void knowsWhichPagesAreWanted() {
        assertThat(PageSelection.ALL.of(3, 50)).containsExactly(1, 2, 3);
        assertThat(PageSelection.parse("7,1-3,2").of(9, 50)).containsExactly(1, 2, 3, 7);
        assertThatThrownBy(() -> PageSelection.parse("1-4").of(3, 50)).isInstanceOf(NoSuchPageException.class);
        assertThatThrownBy(() -> PageSelection.ALL.of(51, 50))
                .isInstanceOf(TooLargeException.class)
                .hasMessageEndingWith("for example pages 1-50.");
        assertThat(PageSelection.parse("1000000-1000001").of(2_000_000, 50)).hasSize(2);
        for (String wrong : new String[] {"", "0", "1-", "-1", "3-1", "a", "1,,2", "1;2", "99999999"}) {
            assertThatThrownBy(() -> PageSelection.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
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

    private Picture onlyPage(byte[] file) {
        try (var document = documents.open(file)) {
            assertThat(document.pages()).isEqualTo(1);
            return document.page(1, Polarity.DARK_ON_LIGHT);
        }
    }

    private static byte[] iso(String brand) {
        return ("\0\0\0\u0018ftyp" + brand + "\0\0\0\0mif1" + brand).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** White, with a black square in the left upper quarter. */
    private static BufferedImage marked() {
        return marked(1);
    }

    private static BufferedImage bigMarked() {
        return marked(3);
    }

    private static BufferedImage marked(int scale) {
        var picture = new BufferedImage(scale * WIDTH, scale * HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, scale * WIDTH, scale * HEIGHT);
        pen.setColor(Color.BLACK);
        pen.fillRect(scale * WIDTH / 8, scale * HEIGHT / 8, scale * WIDTH / 4, scale * HEIGHT / 4);
        pen.dispose();
        return picture;
    }

    private static void assertMarkedUpright(Picture picture) {
        assertMark(picture, 1, 1);
    }

    private static void assertMark(Picture picture, int column, int row) {
        for (int y = 1; y < 4; y += 2) {
            for (int x = 1; x < 4; x += 2) {
                boolean mark = x == column && y == row;
                assertThat(at(picture, x, y) < 128).as("quarter %d, %d", x, y).isEqualTo(mark);
            }
        }
    }

    private static int at(Picture picture, int x, int y) {
        return picture.gray()
                .at(x * picture.gray().width() / 4, y * picture.gray().height() / 4);
    }

    private static int darkest(Picture picture) {
        int darkest = 255;
        for (byte pixel : picture.gray().pixels()) {
            darkest = Math.min(darkest, pixel & 0xff);
        }
        return darkest;
    }

    private static void assertSame(Picture one, Picture other, int within) {
        assertThat(one.gray().width()).isEqualTo(other.gray().width());
        for (int y = 0; y < one.gray().height(); y++) {
            for (int x = 0; x < one.gray().width(); x++) {
                assertThat(one.gray().at(x, y)).isCloseTo(other.gray().at(x, y), within(within));
            }
        }
    }
}
