package org.numberreader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitModel;
import org.numberreader.recognition.Glyphs;

class TeachersTest {
    private static final Path ONE = Path.of("src/training/teachers/1");
    private static final Path TWO = Path.of("src/training/teachers/2");

    @Test
    void theirMeanIsTaught() {
        float[] values = values(Glyphs.frame(1));
        try (var one = Teachers.from(List.of(ONE));
                var two = Teachers.from(List.of(TWO));
                var both = Teachers.from(List.of(ONE, TWO))) {
            float[] first = one.likelihoods(values, 1, 4);
            float[] second = two.likelihoods(values, 1, 4);
            float[] mean = both.likelihoods(values, 1, 4);

            for (int digit = 0; digit < 10; digit++) {
                assertThat(mean[digit]).isCloseTo((first[digit] + second[digit]) / 2, within(1e-6f));
            }
            assertThat(both.sha256()).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void atTheModelsOwnTemperatureTheyAreItsScores() {
        var frame = Glyphs.frame(1);
        try (var model = DigitModel.from(ONE);
                var teachers = Teachers.from(List.of(ONE))) {
            float[] likelihoods =
                    teachers.likelihoods(values(frame), 1, model.card().temperature());

            assertThat(likelihoods)
                    .containsExactly(model.score(List.of(frame)).get(0).digits(), within(1e-6f));
        }
    }

    @Test
    void aHigherTemperatureMakesTheUnlikelyCount() {
        float[] values = values(Glyphs.frame(1));
        try (var teachers = Teachers.from(List.of(ONE))) {
            float[] cold = teachers.likelihoods(values, 1, 1);
            float[] warm = teachers.likelihoods(values, 1, 4);

            assertThat(warm[1]).isLessThan(cold[1]);
            assertThat(sum(cold)).isCloseTo(1, within(1e-5));
            assertThat(sum(warm)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void whoKnowsMoreThanDigitsDoesNotTeach() {
        assertThatThrownBy(() -> Teachers.from(List.of(Path.of("src/main/resources/models/reader"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than the ten digits");
    }

    private static float[] values(DigitFrame frame) {
        var values = new float[frame.pixels().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (frame.pixels()[i] & 0xff) / 255f;
        }
        return values;
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
