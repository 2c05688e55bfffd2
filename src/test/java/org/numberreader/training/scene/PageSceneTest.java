package org.numberreader.training.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.numberreader.recognition.InkNetwork;
import org.numberreader.training.LabelledDigits;
import org.numberreader.training.strokes.Hand;

class PageSceneTest {
    private final PageScene scene = new PageScene(LabelledDigits.none());

    @Test
    void theSameSeedDrawsTheSamePage() {
        for (int seed = 0; seed < 10; seed++) {
            var one = scene.draw(192, 96, new Random(seed));
            var other = scene.draw(192, 96, new Random(seed));

            assertThat(one.picture().pixels()).isEqualTo(other.picture().pixels());
            assertThat(one.kinds()).isEqualTo(other.kinds());
            assertThat(one.heights()).isEqualTo(other.heights());
        }
    }

    @Test
    void aPageHasAHeightWhereItHasNumbers() {
        int numbers = 0;
        for (int seed = 0; seed < 40; seed++) {
            var page = scene.draw(192, 96, new Random(seed));
            assertThat(page.picture().width()).isEqualTo(192);
            assertThat(page.kinds()).hasSize(48 * 24);
            for (int cell = 0; cell < page.kinds().length; cell++) {
                boolean number = page.kinds()[cell] == 1;
                assertThat(Float.isNaN(page.heights()[cell])).isNotEqualTo(number);
                if (number) {
                    numbers++;
                    assertThat(InkNetwork.UNIT * Math.exp(page.heights()[cell])).isBetween(7.9, 1.3 * 0.95 * 96);
                }
            }
        }
        assertThat(numbers).isGreaterThan(1_000);
    }

    @Test
    void cellsOfALoneLargeRowLieOnItsInk() {
        for (int seed = 0; seed < 10; seed++) {
            var random = new Random(seed);
            var style = Style.any(60, random);
            var calm = new Hand(0, 0, 1, 2, 0.5);
            style = new Style(60, 1, 1, style.rampFrom(), style.rampTo(), calm, 0.1, 0.03, 1, 0.05, 0.3, Habits.NONE);
            var row = new RowWriter(new Penman(LabelledDigits.none())).neat("20745", style, random);
            var placement = new Placement(row.left(), row.middle(), 40, 80, Math.cos(0.08), Math.sin(0.08), 0.1);
            var ink = new Plane(480, 200);
            var cells = new PageCells(480, 200);

            placement.lay(row.ink(), ink);
            cells.mark(row, placement);

            int marked = 0;
            for (int cell = 0; cell < cells.kinds.length; cell++) {
                if (cells.kinds[cell] == 1) {
                    marked++;
                    int x = cell % cells.columns * InkNetwork.STRIDE;
                    int y = cell / cells.columns * InkNetwork.STRIDE;
                    assertThat(inkAround(ink, x, y)).as("ink at %d, %d", x, y).isTrue();
                    assertThat(InkNetwork.UNIT * Math.exp(cells.heights[cell])).isBetween(60 / 1.3, 60 * 1.3);
                }
            }
            // A band of about half the height, as long as the row.
            assertThat(marked * 16.0 / (row.right() - row.left()) / 60).isBetween(0.4, 0.65);
        }
    }

    @Test
    void lettersAreNoNumbersAndSignsAloneAreUndecided() {
        assertThat(kind("aaa")).isEqualTo(2);
        assertThat(kind("+")).isEqualTo(-1);
        assertThat(kind("7")).isEqualTo(1);
        assertThat(kind("|")).isZero();
    }

    /** The kind of the row's middle. */
    private static int kind(String text) {
        var random = new Random(1);
        var row = new RowWriter(new Penman(LabelledDigits.none())).neat(text, Style.any(40, random), random);
        double middle = (row.left() + row.right()) / 2;
        var cells = new PageCells(200, 80);
        cells.mark(row, new Placement(middle, row.middle(), 100, 40, 1, 0, 0));
        return cells.kinds[40 / InkNetwork.STRIDE * cells.columns + 100 / InkNetwork.STRIDE];
    }

    /** Whether there is ink within half a digit's height. */
    private static boolean inkAround(Plane ink, int centreX, int centreY) {
        for (int y = centreY - 36; y <= centreY + 36; y++) {
            for (int x = centreX - 36; x <= centreX + 36; x++) {
                if (ink.at(x, y) > 0.5) {
                    return true;
                }
            }
        }
        return false;
    }
}
