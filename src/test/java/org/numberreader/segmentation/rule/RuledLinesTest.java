package org.numberreader.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuledLinesTest {
    private static final int WIDTH = DrawnInk.WIDTH;
    private static final int HEIGHT = DrawnInk.HEIGHT;
    private static final double STROKE_WIDTH = 4;

    private final DrawnInk drawn = new DrawnInk();

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
        drawn.fill(left, top, width, height, darkness);
    }

    /** Pixels of ink without the lines. */
    private int left() {
        var ink = drawn.of(STROKE_WIDTH);
        return DrawnInk.count(RuledLines.erased(ink, InkMask.of(ink, 128), 128));
    }
}
