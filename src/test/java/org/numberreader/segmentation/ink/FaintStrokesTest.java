package org.numberreader.segmentation.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Natives;

class FaintStrokesTest {
    private static final int WIDTH = 60;
    private static final int STROKE = 4;

    private final byte[] pixels = new byte[WIDTH * WIDTH];

    @BeforeAll
    static void load() {
        Natives.load();
    }

    @Test
    void aPaleStrokeBecomesFullInkAndItsEdgeStaysWhereItIs() {
        stroke(20, 200);

        var raised = raised();

        assertThat(raised.at(20, 30)).isEqualTo(255);
        assertThat(raised.at(24, 30)).as("its edge was at half of it").isBetween(126, 129);
        assertThat(raised.at(26, 30)).as("paper").isZero();
    }

    @Test
    void whatIsPalerThanAStrokeMayBeStaysPaler() {
        stroke(20, 80);

        assertThat(raised().at(20, 30)).isBetween(104, 108);
    }

    @Test
    void fullInkStaysAsItIs() {
        stroke(20, 255);

        assertThat(raised().pixels()).isEqualTo(pixels);
    }

    /** Blur leaves as much ink in a narrow gap as a pale stroke has: what tells them apart is full ink close by. */
    @Test
    void aGreyGapBetweenStrokesIsNotFilled() {
        stroke(20, 255);
        stroke(27, 255);
        for (int y = 5; y < WIDTH - 5; y++) {
            Arrays.fill(pixels, y * WIDTH + 24, y * WIDTH + 27, (byte) 200);
        }

        assertThat(raised().pixels()).isEqualTo(pixels);
    }

    /** An upright stroke with an edge of half its darkness on each side. */
    private void stroke(int left, int darkness) {
        for (int y = 5; y < WIDTH - 5; y++) {
            for (int x = left - 1; x <= left + STROKE; x++) {
                boolean edge = x < left || x == left + STROKE;
                pixels[y * WIDTH + x] = (byte) (edge ? darkness / 2 : darkness);
            }
        }
    }

    private GrayImage raised() {
        return FaintStrokes.raised(new Ink(new GrayImage(WIDTH, WIDTH, pixels), STROKE, 1))
                .darkness();
    }
}
