package org.numberreader.training.teaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

/** A batch of a 1 that teachers know, an 8 that they do not, and of what is no digit. */
class TeachingLossTest {
    private static final int CLASSES = 11;
    private static final float[] LABELS = {1, 8, 10};
    private static final float[] LOGITS = new float[LABELS.length * CLASSES];
    private static final float[] TAUGHT = new float[LABELS.length * Teaching.CLASSES];

    static {
        LOGITS[0] = 4;
        LOGITS[2] = -4;
        LOGITS[CLASSES + 8] = 2;
        LOGITS[2 * CLASSES + 10] = 1;
        TAUGHT[0] = 0.5f;
        TAUGHT[1] = 0.3f;
        TAUGHT[2] = 0.2f;
    }

    @Test
    void labelsCountLessWhereTeachersSaySomething() {
        double labelled = 0.25 * own(0, 1) + own(1, 8) + own(2, 10);
        double taught = 0;
        for (int c = 0; c < Teaching.CLASSES; c++) {
            taught -= TAUGHT[c] * logSoftmax(0, c, 4);
        }

        assertThat(loss(new Teaching(Teachers.NONE, 4, 0.25, 0.75, 1), true))
                .isCloseTo((labelled + 0.75 * 16 * taught) / 3, within(1e-4));
    }

    /** Ten classes of eleven likelihoods. */
    @Test
    void aNetworkOfTheDigitsAloneLearnsThose() {
        try (var manager = NDManager.newBaseManager("PyTorch")) {
            var labels = new NDList(
                    manager.create(new float[] {1}, new Shape(1, 1)),
                    manager.create(new float[] {0, 0.75f, 0, 0, 0, 0, 0, 0, 0, 0, 0.25f}, new Shape(1, CLASSES)));
            var predictions = new NDList(manager.zeros(new Shape(1, 10)));

            float loss = new Teaching(Teachers.NONE, 1, 0, 1, 1)
                    .loss()
                    .evaluate(labels, predictions)
                    .getFloat();

            assertThat(loss).isCloseTo((float) (0.75 * Math.log(10)), within(1e-5f));
        }
    }

    @Test
    void whatIsNoDigitHasAWeightOfItsOwn() {
        double labelled = own(0, 1) + own(1, 8) + 0.4 * own(2, 10);

        assertThat(loss(new Teaching(Teachers.NONE, 1, 1, 0, 0.4), false)).isCloseTo(labelled / 3, within(1e-5));
        assertThat(loss(new Teaching(Teachers.NONE, 4, 1, 0, 0.4), true)).isCloseTo(labelled / 3, within(1e-5));
    }

    @Test
    void withoutTeachersItIsTheMeanCrossEntropy() {
        assertThat(loss(Teaching.NONE, false)).isCloseTo((own(0, 1) + own(1, 8) + own(2, 10)) / 3, within(1e-5));
    }

    private static double loss(Teaching teaching, boolean taught) {
        try (var manager = NDManager.newBaseManager("PyTorch")) {
            var labels = new NDList(manager.create(LABELS, new Shape(LABELS.length, 1)));
            if (taught) {
                labels.add(manager.create(TAUGHT, new Shape(LABELS.length, Teaching.CLASSES)));
            }
            var predictions = new NDList(manager.create(LOGITS, new Shape(LABELS.length, CLASSES)));
            return teaching.loss().evaluate(labels, predictions).getFloat();
        }
    }

    private static double own(int row, int label) {
        return -logSoftmax(row, label, 1);
    }

    private static double logSoftmax(int row, int c, double temperature) {
        double sum = 0;
        for (int other = 0; other < CLASSES; other++) {
            sum += Math.exp(LOGITS[row * CLASSES + other] / temperature);
        }
        return LOGITS[row * CLASSES + c] / temperature - Math.log(sum);
    }
}
