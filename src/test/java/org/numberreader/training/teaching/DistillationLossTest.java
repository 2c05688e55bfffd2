package org.numberreader.training.teaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class DistillationLossTest {
    private static final float[] LOGITS = {4, 0, -4, 8, 0, 0};
    private static final float[] TAUGHT = {0.5f, 0.3f, 0.2f, 1, 0, 0};

    @Test
    void isThatOfLabelsAndOfTeachersByTheirShares() {
        double labelled = (-logSoftmax(0, 1, 1) - logSoftmax(1, 0, 1)) / 2;
        double taught = 0;
        for (int row = 0; row < 2; row++) {
            for (int c = 0; c < 3; c++) {
                taught -= TAUGHT[row * 3 + c] * logSoftmax(row, c, 4) / 2;
            }
        }

        assertThat(loss(4, 0.75)).isCloseTo(0.25 * labelled + 0.75 * 16 * taught, within(1e-4));
    }

    @Test
    void withoutAShareOfTheTeachersOnlyLabelsCount() {
        double labelled = (-logSoftmax(0, 1, 1) - logSoftmax(1, 0, 1)) / 2;

        assertThat(loss(4, 0)).isCloseTo(labelled, within(1e-5));
    }

    private static double loss(double temperature, double share) {
        try (var manager = NDManager.newBaseManager("PyTorch")) {
            var labels = new NDList(
                    manager.create(new float[] {1, 0}, new Shape(2, 1)), manager.create(TAUGHT, new Shape(2, 3)));
            var predictions = new NDList(manager.create(LOGITS, new Shape(2, 3)));
            return new DistillationLoss(temperature, share)
                    .evaluate(labels, predictions)
                    .getFloat();
        }
    }

    private static double logSoftmax(int row, int c, double temperature) {
        double sum = 0;
        for (int other = 0; other < 3; other++) {
            sum += Math.exp(LOGITS[row * 3 + other] / temperature);
        }
        return LOGITS[row * 3 + c] / temperature - Math.log(sum);
    }
}
