package org.numberreader.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.numberreader.Defaults;
import org.numberreader.image.Picture;
import org.numberreader.image.Polarity;

/** What tests of documents share: a page that tells which way is up, and how a file of one page is opened. */
final class DocumentFixture {
    static final int WIDTH = 160;
    static final int HEIGHT = 104;

    private static final Documents DOCUMENTS = Defaults.documents();

    private DocumentFixture() {}

    static Picture onlyPage(byte[] file) {
        try (var document = DOCUMENTS.open(file)) {
            assertThat(document.pages()).isEqualTo(1);
            return document.page(1, Polarity.DARK_ON_LIGHT);
        }
    }

    /** White, with a black square in the left upper quarter. */
    static BufferedImage marked() {
        return marked(1);
    }

    static BufferedImage bigMarked() {
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

    static void assertMarkedUpright(Picture picture) {
        assertMark(picture, 1, 1);
    }

    static void assertMark(Picture picture, int column, int row) {
        for (int y = 1; y < 4; y += 2) {
            for (int x = 1; x < 4; x += 2) {
                boolean mark = x == column && y == row;
                assertThat(at(picture, x, y) < 128).as("quarter %d, %d", x, y).isEqualTo(mark);
            }
        }
    }

    static int at(Picture picture, int x, int y) {
        return picture.gray()
                .at(x * picture.gray().width() / 4, y * picture.gray().height() / 4);
    }

    static void assertSame(Picture one, Picture other, int within) {
        assertThat(one.gray().width()).isEqualTo(other.gray().width());
        for (int y = 0; y < one.gray().height(); y++) {
            for (int x = 0; x < one.gray().width(); x++) {
                assertThat(one.gray().at(x, y)).isCloseTo(other.gray().at(x, y), within(within));
            }
        }
    }
}
