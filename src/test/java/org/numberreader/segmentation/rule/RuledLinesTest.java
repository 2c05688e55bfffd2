package org.numberreader.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Natives;
import org.numberreader.segmentation.ink.Ink;

class RuledLinesTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 120;
    private static final double STROKE_WIDTH = 4;

    private final byte[] pixels = new byte[WIDTH * HEIGHT];

    @BeforeAll
    static void load() {
        Natives.load();
    }

    /** Of one pen, but some lie between two columns of pixels. */
    @Test
    void squaredPaperHasLinesOfTwoThicknessesInPixels() {
        for (int y = 10; y < HEIGHT; y += 30) {
            fill(0, y, WIDTH, 2);
        }
        for (int x = 15; x < WIDTH; x += 60) {
            fill(x, 0, 2, HEIGHT);
            fill(x + 30, 0, 3, HEIGHT);
        }

        int crossings = 4 * 2 * (7 * 2 + 6 * 3); // specks: each line goes on under the other
        assertThat(left()).isEqualTo(crossings);
    }

    @Test
    void anUprightStrokeAloneIsNoLineOfPaper() {
        fill(200, 0, 3, HEIGHT);

        assertThat(left()).isEqualTo(3 * HEIGHT);
    }

    @Test
    void fainterLinesGoWithADarkOne() {
        fill(0, 20, WIDTH, 2, 255);
        fill(0, 90, WIDTH, 2, 80);

        assertThat(left()).isZero();
    }

    @Test
    void whatIsFaintStaysWhereNoLineIsDark() {
        fill(0, 90, WIDTH, 2, 80);

        assertThat(left()).isEqualTo(2 * WIDTH);
    }

    /** The bars of a row of digits written uphill. */
    @Test
    void whatLeansOtherwiseThanThePagesLinesIsNone() {
        fill(0, 100, WIDTH, 2, 255);
        for (int x = 150; x < 350; x++) {
            fill(x, 90 - x / 5, 1, 3, 255);
        }

        assertThat(left()).isEqualTo(3 * 200);
    }

    private void fill(int left, int top, int width, int height) {
        fill(left, top, width, height, 255);
    }

    private void fill(int left, int top, int width, int height, int darkness) {
        for (int y = top; y < Math.min(HEIGHT, top + height); y++) {
            for (int x = left; x < Math.min(WIDTH, left + width); x++) {
                pixels[y * WIDTH + x] = (byte) darkness;
            }
        }
    }

    /** Pixels of ink without the lines. */
    private int left() {
        var ink = new Ink(new GrayImage(WIDTH, HEIGHT, pixels), STROKE_WIDTH, 1);
        int count = 0;
        for (byte pixel :
                RuledLines.erased(ink, InkMask.of(ink, 128), 128).darkness().pixels()) {
            count += pixel == 0 ? 0 : 1;
        }
        return count;
    }
}
