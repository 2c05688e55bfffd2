package org.numberreader.training.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.numberreader.image.GrayImage;
import org.numberreader.recognition.LineNetwork;
import org.numberreader.recognition.Symbol;
import org.numberreader.training.LabelledDigits;

class LineTaskTest {
    private static final int CLASSES = Symbol.all().size();

    private final LineScene.Placed five = new LineScene.Placed(Symbol.FIVE, 10, 8, 22, 32);
    private final LineScene.Placed border = new LineScene.Placed(Symbol.BORDER, 38, 0, 38, 40);

    @Test
    void aSymbolsCentreHasItsClass() {
        var batch = LineTask.batch(List.of(line(60, five, border)));

        // Centres at 16 and 38 pixels.
        assertThat(batch.classes[at(batch, 0, Symbol.FIVE, 3)]).isEqualTo(1);
        assertThat(batch.classes[at(batch, 0, Symbol.FIVE, 4)]).isEqualTo(1);
        assertThat(batch.classes[at(batch, 0, Symbol.NONE, 2)]).isEqualTo(0.5f);
        assertThat(batch.classes[at(batch, 0, Symbol.NONE, 3)]).isZero();
        assertThat(batch.classes[at(batch, 0, Symbol.BORDER, 9)]).isEqualTo(1);
    }

    @Test
    void everyCentreOfADrawnLineHasAClass() {
        var scene = new LineScene(LabelledDigits.none());
        for (int seed = 0; seed < 50; seed++) {
            var line = scene.draw(new Random(seed));
            var batch = LineTask.batch(List.of(line));
            for (var placed : line.symbols()) {
                double centre = (placed.left() + placed.right()) / 2;
                if (centre > 0 && centre < line.picture().width()) {
                    int column = (int) (centre / LineNetwork.STRIDE);
                    assertThat(batch.classes[at(batch, 0, Symbol.NONE, column)])
                            .as("seed %d, %s", seed, placed)
                            .isZero();
                    boolean alone = line.symbols().stream()
                            .noneMatch(other -> !other.equals(placed)
                                    && Math.abs((other.left() + other.right()) / 2 - centre) < 2 * LineNetwork.STRIDE);
                    if (alone) {
                        assertThat(batch.classes[at(batch, 0, placed.symbol(), column)])
                                .isEqualTo(1);
                    }
                }
            }
        }
    }

    @Test
    void whereTwoMeetTheCloserCounts() {
        var one = new LineScene.Placed(Symbol.ONE, 14, 8, 22, 32);
        var two = new LineScene.Placed(Symbol.TWO, 12, 8, 30, 32);
        var batch = LineTask.batch(List.of(line(60, one, two)));

        assertThat(batch.classes[at(batch, 0, Symbol.ONE, 4)]).isEqualTo(1);
        assertThat(batch.classes[at(batch, 0, Symbol.TWO, 4)]).isZero();
        assertThat(batch.classes[at(batch, 0, Symbol.TWO, 5)]).isEqualTo(1);
    }

    @Test
    void paddingWeighsNothing() {
        var batch = LineTask.batch(List.of(line(30, five), line(100, five)));

        assertThat(batch.outputShape.get(3)).isEqualTo(26);
        for (int column = 0; column < 26; column++) {
            float weight = 0;
            for (var symbol : Symbol.all()) {
                weight += batch.classes[at(batch, 0, symbol, column)];
            }
            if (column < 8) {
                assertThat(weight).as("column %d", column).isPositive();
            } else {
                assertThat(weight).as("column %d", column).isZero();
            }
        }
    }

    @Test
    void boxesPointBackToTheSymbol() {
        var batch = LineTask.batch(List.of(line(60, five, border)));

        for (int column = 3; column <= 4; column++) {
            double x = (column + 0.5) * LineNetwork.STRIDE;
            assertThat(x - value(batch, 0, column)).isCloseTo(five.left(), within(1e-4));
            assertThat(20 - value(batch, 1, column)).isCloseTo(five.top(), within(1e-4));
            assertThat(x + value(batch, 2, column)).isCloseTo(five.right(), within(1e-4));
            assertThat(20 + value(batch, 3, column)).isCloseTo(five.bottom(), within(1e-4));
        }
        assertThat(value(batch, 0, 0)).as("of nothing").isNaN();
        assertThat(value(batch, 0, 9)).as("of a border").isNaN();
    }

    @Test
    void aNetworkThatSaysTheTruthIsAlwaysRight() {
        var task = new LineTask(LabelledDigits.none(), 4, 2);
        for (var batch : task.batches(new Random(1))) {
            int columns = (int) batch.outputShape.get(3);
            var logits = new float[(int) batch.size() * LineNetwork.CHANNELS * columns];
            for (int i = 0; i < batch.size(); i++) {
                System.arraycopy(
                        batch.classes,
                        i * CLASSES * columns,
                        logits,
                        i * LineNetwork.CHANNELS * columns,
                        CLASSES * columns);
            }

            assertThat(task.validate(batch, logits)).containsEntry(task.mainFigure(), 1.0);
        }
    }

    private static LineScene.Line line(int width, LineScene.Placed... symbols) {
        var picture = new GrayImage(width, LineNetwork.HEIGHT, new byte[width * LineNetwork.HEIGHT]);
        return new LineScene.Line(picture, List.of(symbols), false);
    }

    private static int at(SceneBatch batch, int line, Symbol symbol, int column) {
        int columns = (int) batch.outputShape.get(3);
        return (line * CLASSES + symbol.ordinal()) * columns + column;
    }

    private static double value(SceneBatch batch, int side, int column) {
        return batch.values[side * (int) batch.outputShape.get(3) + column] * LineNetwork.HEIGHT;
    }
}
