package org.numberreader.training.teaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
            for (float[] likelihoods : List.of(cold, warm)) {
                double sum =
                        IntStream.range(0, 10).mapToDouble(i -> likelihoods[i]).sum();
                assertThat(sum).isCloseTo(1, within(1e-5));
            }
        }
    }

    /** More of them than the network takes at once. */
    @Test
    void eachPictureHasItsOwn() {
        var frames = new DigitFrame[20];
        Arrays.setAll(frames, i -> Glyphs.frame(i % 3 == 0 ? 1 : 7));
        try (var teachers = Teachers.from(List.of(ONE))) {
            float[] all = teachers.likelihoods(values(frames), frames.length, 4);

            for (int i = 0; i < frames.length; i++) {
                assertThat(Arrays.copyOfRange(all, 10 * i, 10 * i + 10))
                        .containsExactly(teachers.likelihoods(values(frames[i]), 1, 4), within(1e-5f));
            }
            assertThat(Arrays.copyOf(all, 10)).isNotEqualTo(Arrays.copyOfRange(all, 10, 20));
        }
    }

    @Test
    void whoIsNotThereIsNamed() {
        assertThatThrownBy(() -> Teachers.from(List.of(ONE, Path.of("nobody"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void whoKnowsMoreThanDigitsDoesNotTeach() {
        assertThatThrownBy(() -> Teachers.from(List.of(Path.of("src/main/resources/models/reader"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than the ten digits");
    }

    private static float[] values(DigitFrame... frames) {
        int size = DigitFrame.SIDE * DigitFrame.SIDE;
        var values = new float[frames.length * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (frames[i / size].pixels()[i % size] & 0xff) / 255f;
        }
        return values;
    }
}
