package org.numberreader.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.numberreader.document.DocumentFixture.HEIGHT;
import static org.numberreader.document.DocumentFixture.WIDTH;
import static org.numberreader.document.DocumentFixture.assertMark;
import static org.numberreader.document.DocumentFixture.assertMarkedUpright;
import static org.numberreader.document.DocumentFixture.at;
import static org.numberreader.document.DocumentFixture.bigMarked;
import static org.numberreader.document.DocumentFixture.marked;
import static org.numberreader.document.DocumentFixture.onlyPage;

import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.numberreader.Defaults;
import org.numberreader.document.Files.Packing;
import org.numberreader.image.Picture;
import org.numberreader.image.Polarity;
import org.numberreader.image.UnreadableDocumentException;

/** A PDF's pages: taken as the scans that they are, else drawn. */
class PdfDocumentsTest {
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

    private static int darkest(Picture picture) {
        int darkest = 255;
        for (byte pixel : picture.gray().pixels()) {
            darkest = Math.min(darkest, pixel & 0xff);
        }
        return darkest;
    }
}
