package org.numberreader.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.numberreader.decoding.Feature;
import org.numberreader.decoding.Feature.Effect;
import org.numberreader.decoding.LogisticModel;

class LogisticFitTest {
    private static final List<String> NAMES = List.of("first", "second");
    private static final List<Feature> TWO = two(Effect.EITHER, Effect.EITHER);
    private static final List<Feature> ONE = List.of(new Feature("only", Effect.EITHER));

    @Test
    void recoversTheCoefficientsOfASimulatedSample() {
        var truth = new LogisticModel(NAMES, List.of(1.5, -0.8), 0.5);

        var fitted = LogisticFit.fit(TWO, sample(truth, 20_000, 1, 0), 1e-6);

        assertThat(fitted.features()).isEqualTo(NAMES);
        assertThat(fitted.weights().get(0)).isCloseTo(1.5, within(0.1));
        assertThat(fitted.weights().get(1)).isCloseTo(-0.8, within(0.1));
        assertThat(fitted.bias()).isCloseTo(0.5, within(0.1));
    }

    /** Each weight's slope of the loss has to vanish: the condition of the optimum, computed another way. */
    @Test
    void endsWhereTheResidualsAreBalanced() {
        var examples = sample(new LogisticModel(NAMES, List.of(1.0, 2.0), -1), 50, 1, 0);

        var fitted = LogisticFit.fit(TWO, examples, 1e-9);

        double mean =
                examples.stream().mapToDouble(e -> e.features()[0]).average().orElseThrow();
        double residuals = examples.stream()
                .mapToDouble(e -> (fitted.probability(e.features()) - (e.right() ? 1 : 0)) * (e.features()[0] - mean))
                .sum();
        assertThat(residuals).isCloseTo(0, within(1e-6));
    }

    @Test
    void theScaleOfAFeatureChangesNoProbability() {
        var truth = new LogisticModel(NAMES, List.of(1.5, -0.8), 0.5);
        var plain = sample(truth, 300, 1, 0);
        var scaled = sample(truth, 300, 1e4, -7e4);

        var ofPlain = LogisticFit.fit(TWO, plain, 1);
        var ofScaled = LogisticFit.fit(TWO, scaled, 1);

        for (int i = 0; i < plain.size(); i++) {
            assertThat(ofScaled.probability(scaled.get(i).features()))
                    .isCloseTo(ofPlain.probability(plain.get(i).features()), within(1e-8));
        }
        assertThat(ofScaled.weights().get(0) * 1e4).isCloseTo(ofPlain.weights().get(0), within(1e-8));
    }

    @Test
    void theRidgeKeepsSeparableExamplesFinite() {
        var examples = List.of(one("a", -2, false), one("a", -1, false), one("a", 1, true), one("a", 2, true));

        double weak = weight(LogisticFit.fit(ONE, examples, 1e-3));
        double strong = weight(LogisticFit.fit(ONE, examples, 1));

        assertThat(weak).isFinite().isGreaterThan(strong);
        assertThat(strong).isPositive();
        assertThat(weight(LogisticFit.fit(ONE, examples, 1e-9))).isFinite();
    }

    @Test
    void farOutliersDoNotThrowItOff() {
        var examples = new ArrayList<>(sample(new LogisticModel(NAMES, List.of(3.0, 3.0), 5), 200, 1, 0));
        examples.add(new Example("a", new double[] {1e6, -1e6}, false));

        var fitted = LogisticFit.fit(TWO, examples, 1e-6);

        assertThat(fitted.probability(0, 0)).isBetween(0.5, 1.0);
    }

    @Test
    void examplesThatAreAllRightStayFinite() {
        var examples = Collections.nCopies(9, one("a", 1, true));

        var fitted = LogisticFit.fit(ONE, examples, 1);

        assertThat(fitted.probability(1)).isCloseTo(9.5 / 10, within(1e-6));
    }

    @Test
    void aConstantFeatureWeighsNothing() {
        var examples = List.of(one("a", 0.1, true), one("a", 0.1, false), one("b", 0.1, true));

        assertThat(weight(LogisticFit.fit(ONE, examples, 1))).isZero();
    }

    @Test
    void aLargeKindDoesNotDrownASmallOne() {
        var examples = new ArrayList<>(Collections.nCopies(600, one("large", 1, true)));
        examples.addAll(Collections.nCopies(200, one("small", 1, false)));

        assertThat(LogisticFit.fit(ONE, examples, 1).probability(1)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aSmallKindIsNotMadeLarger() {
        var examples = new ArrayList<>(Collections.nCopies(59, one("large", 1, true)));
        examples.add(one("small", 1, false));

        assertThat(LogisticFit.fit(ONE, examples, 1).probability(1)).isCloseTo(59.5 / 61, within(1e-6));
    }

    @Test
    void aFeatureWhoseWeightHasTheWrongSignWeighsNothing() {
        var examples = sample(new LogisticModel(NAMES, List.of(1.5, -0.8), 0.5), 300, 1, 0);
        var firstAlone = examples.stream()
                .map(example -> new Example(example.kind(), new double[] {example.features()[0]}, example.right()))
                .toList();

        var fitted = LogisticFit.fit(two(Effect.RAISES, Effect.RAISES), examples, 1);

        assertThat(fitted.weights().get(1)).isZero();
        assertThat(fitted.weights().get(0)).isCloseTo(weight(LogisticFit.fit(ONE, firstAlone, 1)), within(1e-9));
    }

    @Test
    void signsThatAreAllRightChangeNothing() {
        var examples = sample(new LogisticModel(NAMES, List.of(1.5, -0.8), 0.5), 300, 1, 0);

        assertThat(LogisticFit.fit(two(Effect.RAISES, Effect.LOWERS), examples, 1))
                .isEqualTo(LogisticFit.fit(TWO, examples, 1));
    }

    /** Both signs are wrong, but the second feature's only because it makes up for the first, which it follows. */
    @Test
    void theWorstIsDroppedFirst() {
        var truth = new LogisticModel(NAMES, List.of(-2.0, 1.0), 0);
        var random = new Random(7);
        var examples = new ArrayList<Example>();
        for (int i = 0; i < 2_000; i++) {
            double first = random.nextGaussian();
            double second = first + 0.5 * random.nextGaussian();
            boolean right = random.nextDouble() < truth.probability(first, second);
            examples.add(new Example("kind" + i / 50, new double[] {first, second}, right));
        }

        var free = LogisticFit.fit(TWO, examples, 1);
        var fitted = LogisticFit.fit(two(Effect.RAISES, Effect.LOWERS), examples, 1);

        assertThat(free.weights().get(1)).isPositive();
        assertThat(fitted.weights().get(0)).isZero();
        assertThat(fitted.weights().get(1)).isNegative();
    }

    @Test
    void theSameExamplesGiveTheSameModel() {
        var examples = sample(new LogisticModel(NAMES, List.of(1.5, -0.8), 0.5), 300, 1, 0);

        assertThat(LogisticFit.fit(TWO, examples, 1)).isEqualTo(LogisticFit.fit(TWO, examples, 1));
    }

    @Test
    void refusesWhatCannotBeFitted() {
        assertThatThrownBy(() -> LogisticFit.fit(ONE, List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogisticFit.fit(ONE, List.of(one("a", 1, true)), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogisticFit.fit(TWO, List.of(one("a", 1, true)), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> one("a", Double.NaN, true)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Feature> two(Effect first, Effect second) {
        return List.of(new Feature("first", first), new Feature("second", second));
    }

    private static double weight(LogisticModel model) {
        return model.weights().get(0);
    }

    private static Example one(String kind, double feature, boolean right) {
        return new Example(kind, new double[] {feature}, right);
    }

    /** Kinds of 50; the model speaks of the features before they are scaled and shifted. */
    private static List<Example> sample(LogisticModel truth, int count, double scale, double shift) {
        var random = new Random(7);
        var examples = new ArrayList<Example>();
        for (int i = 0; i < count; i++) {
            double first = random.nextGaussian();
            double second = random.nextGaussian() + 1;
            boolean right = random.nextDouble() < truth.probability(first, second);
            examples.add(
                    new Example("kind" + i / 50, new double[] {scale * first + shift, scale * second + shift}, right));
        }
        return examples;
    }
}
