package org.numberreader.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.training.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.recognition.DigitScores;
import org.numberreader.training.IdxFolder;
import org.numberreader.training.LabelledDigits;

/** Twenty pictures, of each digit two, and a classifier that says what the test has it say. */
class EvaluationTest {
    @TempDir
    private Path folder;

    private LabelledDigits digits;

    @BeforeEach
    void draw() throws IOException {
        IdxFolder.write(folder, 10, 20, false);
        digits = LabelledDigits.mnist(folder, Dataset.Usage.TEST);
    }

    @Test
    void countsWhatWasTakenForWhat() {
        // 0 is taken for 6, 1 for no digit.
        var found = evaluation(truth -> truth == 0 ? scores(6, 0.75f) : truth == 1 ? refused(0.75f) : scores(truth, 1));

        assertThat(found.accuracy().pictures()).isEqualTo(20);
        assertThat(found.accuracy().accuracy()).isEqualTo(0.8);
        assertThat(found.confusion().get(0)).containsExactly(0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0);
        assertThat(found.confusion().get(1)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2);
        assertThat(found.digits()).hasSize(10);
        assertThat(found.digits().get(0).accuracy().accuracy()).isZero();
        assertThat(found.digits().get(2).accuracy().accuracy()).isEqualTo(1);
    }

    @Test
    void amongTheDigitsAloneNotADigitIsLeftOut() {
        // 0 is taken for 6, 1 for no digit but for a 1 next, 2 for no digit and for a 0 next.
        var found = evaluation(truth -> switch (truth) {
            case 0 -> scores(6, 0.75f);
            case 1, 2 -> refused(0.5f, truth == 1 ? 1 : 0);
            default -> scores(truth, 1);
        });

        assertThat(found.accuracy().accuracy()).isEqualTo(0.7);
        assertThat(found.amongDigits().accuracy()).isEqualTo(0.8);
    }

    @Test
    void calibrationErrorIsTheGapBetweenConfidenceAndTruth() {
        // Two of twenty pictures are wrong at 0.75, the others right at 0.95: (2 * 0.75 + 18 * 0.05) / 20.
        var found = evaluation(truth -> truth == 0 ? scores(6, 0.75f) : scores(truth, 0.95f));

        assertThat(found.calibration().error()).isCloseTo(0.12, within(1e-6));
    }

    @Test
    void reliabilityIsCountedInBins() {
        var bins = evaluation(truth -> truth == 0 ? scores(6, 0.75f) : scores(truth, 0.95f))
                .calibration()
                .bins();

        assertThat(bins).hasSize(2);
        assertThat(bins.get(0).count()).isEqualTo(2);
        assertThat(bins.get(0).accuracy()).isZero();
        assertThat(bins.get(0).confidence()).isCloseTo(0.75, within(1e-6));
        assertThat(bins.get(1).count()).isEqualTo(18);
        assertThat(bins.get(1).accuracy()).isEqualTo(1);
    }

    @Test
    void brierIsTheSquaredErrorOverAllClasses() {
        // 0.5 for the truth and 0.5/9 for each of the others.
        var found = evaluation(truth -> scores(truth, 0.5f));

        assertThat(found.brier()).isCloseTo(0.25 + 0.25 / 9, within(1e-6));
    }

    @Test
    void theWorstPicturesComeFirst() {
        var worst = evaluation(truth -> truth == 3 ? scores(5, 0.9f) : scores(truth, 0.8f))
                .worst();

        assertThat(worst).hasSize(20);
        assertThat(worst.subList(0, 2)).extracting(DigitAnswer::index).containsExactly(3, 13);
        assertThat(worst.get(0).read()).isEqualTo(5);
        assertThat(worst.get(0).truth()).isEqualTo(3);
    }

    @Test
    void spoiltPicturesAreSeenInEveryWayAndStrength() {
        var steps = new ArrayList<Integer>();

        var found = Robustness.of(scripted(truth -> scores(truth < 5 ? truth : 0, 1)), digits, steps::add);

        assertThat(steps.stream().mapToInt(Integer::intValue).sum()).isEqualTo((int) Robustness.work(digits));
        assertThat(found.corruptions())
                .hasSize(10)
                .allMatch(of -> of.strengths().size() == 5);
        assertThat(found.mean()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void crossEntropyIsThatOfTheTruth() {
        var found = evaluation(truth -> scores(truth, 0.5f));

        assertThat(found.crossEntropy()).isCloseTo(Math.log(2), within(1e-6));
    }

    @Test
    void impossibleTruthsCostMuchButNotEverything() {
        var found = evaluation(truth -> scores((truth + 1) % 10, 1));

        assertThat(found.crossEntropy()).isBetween(100.0, 110.0);
    }

    @Test
    void saysHowFarItIs() {
        var steps = new ArrayList<Integer>();

        Evaluation.of(scripted(truth -> scores(truth, 1)), digits, steps::add);

        assertThat(steps.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
    }

    @Test
    void tellsWhichFileIsNoIdxFile(@TempDir Path other) throws IOException {
        IdxFolder.write(other, 10, 10, false);
        Files.writeString(other.resolve("t10k-images-idx3-ubyte"), "not found");

        assertThatThrownBy(() -> LabelledDigits.mnist(other, Dataset.Usage.TEST))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Not an idx file")
                .hasMessageContaining("t10k-images-idx3-ubyte");
    }

    private Evaluation evaluation(Says says) {
        return Evaluation.of(scripted(says), digits, done -> {});
    }

    /** The pictures come in the folder's order: 0, 1, 2 and so on, again and again. */
    private static DigitClassifier scripted(Says says) {
        return frames -> IntStream.range(0, frames.size())
                .mapToObj(index -> says.of(index % 10))
                .toList();
    }

    private static DigitScores scores(int digit, float confidence) {
        var chances = new float[10];
        Arrays.fill(chances, (1 - confidence) / 9);
        chances[digit] = confidence;
        return new DigitScores(chances, 0);
    }

    private static DigitScores refused(float confidence) {
        var chances = new float[10];
        Arrays.fill(chances, (1 - confidence) / 10);
        return new DigitScores(chances, confidence);
    }

    private static DigitScores refused(float confidence, int next) {
        var chances = new float[10];
        chances[next] = 1 - confidence - 0.01f;
        return new DigitScores(chances, confidence + 0.01f);
    }

    private interface Says {
        DigitScores of(int truth);
    }
}
