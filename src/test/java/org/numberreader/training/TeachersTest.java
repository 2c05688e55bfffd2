package org.numberreader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.recognition.DigitScores;

class TeachersTest {
    private static final int SIZE = 28 * 28;

    @Test
    void averagesSoftensAndLeavesOutWhatTheStudentHasNoClassFor() {
        var teachers = new Teachers(Map.of("a", always(0, 0.8f, 0.2f), "b", always(1, 0.6f, 0.4f)), 0.8, 2);

        float[] ten = teachers.targets(new float[2 * SIZE], 10);
        float[] eleven = teachers.targets(new float[SIZE], 11);

        assertThat(ten).hasSize(20);
        // √(0.8 : 0.6), without the share of "not a digit"
        assertThat(ten[10] / ten[11]).isCloseTo((float) Math.sqrt(0.8 / 0.6), within(1e-4f));
        assertThat(ten[10] + ten[11]).isCloseTo(1, within(1e-5f));
        assertThat(eleven[10] / eleven[0]).isCloseTo((float) Math.sqrt(0.6 / 0.8), within(1e-4f));
    }

    @Test
    void theLossIsLeastWhereTheStudentSaysWhatTheTeachersSay() {
        var loss = new DistillationLoss(new Teachers(Map.of("a", always(0, 1, 0)), 1, 1));
        try (var manager = NDManager.newBaseManager("PyTorch")) {
            var taught = manager.create(new float[] {0.7f, 0.3f}, new Shape(1, 2));
            var labels = new NDList(manager.create(new float[] {0}, new Shape(1, 1)), taught);
            float same = loss.evaluate(labels, new NDList(taught.log())).getFloat();
            var surer = manager.create(new float[] {0.9f, 0.1f}, new Shape(1, 2));

            assertThat(same)
                    .isCloseTo((float) -(0.7 * Math.log(0.7) + 0.3 * Math.log(0.3)), within(1e-4f))
                    .isLessThan(loss.evaluate(labels, new NDList(surer.log())).getFloat());
        }
    }

    private static DigitClassifier always(int digit, float chance, float notADigit) {
        return frames -> frames.stream()
                .map(frame -> {
                    var digits = new float[10];
                    digits[digit] = chance;
                    return new DigitScores(digits, notADigit);
                })
                .toList();
    }
}
