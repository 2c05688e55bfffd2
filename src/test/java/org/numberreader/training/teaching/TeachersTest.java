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
    private static final Path READER = Path.of("src/main/resources/models/digit");
    private static final int CLASSES = Teaching.CLASSES;
    private static final boolean[] KNOWN = {true};

    @Test
    void theirMeanIsTaught() {
        float[] values = values(Glyphs.frame(1));
        try (var one = Teachers.from(List.of(ONE));
                var two = Teachers.from(List.of(TWO));
                var both = Teachers.from(List.of(ONE, TWO))) {
            float[] first = one.likelihoods(values, KNOWN, 4);
            float[] second = two.likelihoods(values, KNOWN, 4);
            float[] mean = both.likelihoods(values, KNOWN, 4);

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
                    teachers.likelihoods(values(frame), KNOWN, model.card().temperature());

            assertThat(Arrays.copyOf(likelihoods, 10))
                    .containsExactly(model.score(List.of(frame)).get(0).digits(), within(1e-6f));
        }
    }

    @Test
    void aHigherTemperatureMakesTheUnlikelyCount() {
        float[] values = values(Glyphs.frame(1));
        try (var teachers = Teachers.from(List.of(ONE))) {
            float[] cold = teachers.likelihoods(values, KNOWN, 1);
            float[] warm = teachers.likelihoods(values, KNOWN, 4);

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
        var known = new boolean[frames.length];
        Arrays.fill(known, true);
        try (var teachers = Teachers.from(List.of(ONE))) {
            float[] all = teachers.likelihoods(values(frames), known, 4);

            for (int i = 0; i < frames.length; i++) {
                assertThat(Arrays.copyOfRange(all, CLASSES * i, CLASSES * (i + 1)))
                        .containsExactly(teachers.likelihoods(values(frames[i]), KNOWN, 4), within(1e-5f));
            }
            assertThat(Arrays.copyOf(all, CLASSES)).isNotEqualTo(Arrays.copyOfRange(all, CLASSES, 2 * CLASSES));
        }
    }

    @Test
    void whoIsNotThereIsNamed() {
        assertThatThrownBy(() -> Teachers.from(List.of(ONE, Path.of("nobody"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void whoKnowsDigitsAloneSaysNothingOfAnythingElse() {
        float[] values = values(Glyphs.frame(1), Glyphs.frame(7));
        try (var teachers = Teachers.from(List.of(ONE));
                var both = Teachers.from(List.of(ONE, READER));
                var reader = Teachers.from(List.of(READER))) {
            float[] digits = teachers.likelihoods(values, new boolean[] {false, true}, 4);
            float[] mean = both.likelihoods(values, new boolean[] {false, true}, 4);
            float[] all = reader.likelihoods(values, new boolean[] {false, true}, 4);

            for (int c = 0; c < CLASSES; c++) {
                assertThat(digits[c]).isZero();
                assertThat(mean[c]).isCloseTo(all[c], within(1e-6f));
                assertThat(mean[CLASSES + c]).isCloseTo((digits[CLASSES + c] + all[CLASSES + c]) / 2, within(1e-6f));
            }
            assertThat(all[10]).isPositive();
        }
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
