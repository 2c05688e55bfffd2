package org.numberreader.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.numberreader.decoding.Feature;
import org.numberreader.decoding.Feature.Effect;

class LeaveOneKindOutTest {
    private static final List<Feature> ONE = List.of(new Feature("only", Effect.EITHER));

    @Test
    void aKindWhoseLabelsAreInvertedIsSureAndWrong() {
        var found = LeaveOneKindOut.of(ONE, examples(true), 1);

        var inverted = found.rows(0.9).get(2);
        assertThat(inverted.kind()).isEqualTo("inverted");
        assertThat(inverted.certain()).isPositive();
        assertThat(inverted.certainRight()).isZero();
    }

    @Test
    void aKindsOwnLabelsChangeNothingOfItsProbabilities() {
        var inverted = LeaveOneKindOut.of(ONE, examples(true), 1).heldOut();
        var straight = LeaveOneKindOut.of(ONE, examples(false), 1).heldOut();

        assertThat(confidences(inverted.subList(80, 120))).isEqualTo(confidences(straight.subList(80, 120)));
        assertThat(confidences(inverted.subList(0, 40))).isNotEqualTo(confidences(straight.subList(0, 40)));
    }

    @Test
    void theModelIsFittedOnEverything() {
        var examples = examples(true);

        assertThat(LeaveOneKindOut.of(ONE, examples, 1).model()).isEqualTo(LogisticFit.fit(ONE, examples, 1));
    }

    @Test
    void noFitWeighsAFeatureTheWrongWay() {
        var found = LeaveOneKindOut.of(List.of(new Feature("only", Effect.LOWERS)), examples(false), 1);

        assertThat(found.model().weights()).containsExactly(0.0);
        assertThat(confidences(found.heldOut())).allMatch(confidence -> confidence == 0.5);
    }

    @Test
    void aKindsProbabilitiesAreInTheOrderOfItsExamples() {
        var found = LeaveOneKindOut.of(ONE, examples(true), 1);

        assertThat(found.heldOut("second")).isEqualTo(found.heldOut().subList(40, 80));
        assertThat(found.heldOut("none")).isEmpty();
    }

    @Test
    void theTotalAddsUpTheKinds() {
        var found = LeaveOneKindOut.of(ONE, examples(true), 1);

        var total = found.total(0.9);
        var rows = found.rows(0.9);
        assertThat(rows).extracting(LeaveOneKindOut.Row::kind).containsExactly("first", "second", "inverted");
        assertThat(total.examples()).isEqualTo(120);
        assertThat(total.right()).isEqualTo(60);
        assertThat(total.certain())
                .isEqualTo(rows.stream().mapToLong(LeaveOneKindOut.Row::certain).sum());
        assertThat(total.certainRight())
                .isEqualTo(rows.stream()
                        .mapToLong(LeaveOneKindOut.Row::certainRight)
                        .sum());
    }

    @Test
    void theBoundIsTheSmallestThatKeepsThePromise() {
        var found = LeaveOneKindOut.of(ONE, noisy(), 1);

        double bound = found.bound(0.9).orElseThrow();

        assertThat(share(found, bound)).isGreaterThanOrEqualTo(0.9);
        assertThat(found.heldOut().stream()
                        .mapToDouble(Judged::confidence)
                        .filter(lower -> lower < bound)
                        .map(lower -> share(found, lower)))
                .isNotEmpty()
                .allMatch(share -> share < 0.9);
    }

    @Test
    void thereIsNoBoundWhereNoneKeepsThePromise() {
        var opposed = new ArrayList<Example>();
        for (int i = 1; i <= 20; i++) {
            opposed.add(one("up", i, i > 10));
            opposed.add(one("down", i, i <= 10));
        }

        assertThat(LeaveOneKindOut.of(ONE, opposed, 1).bound(0.985)).isEmpty();
    }

    @Test
    void examplesOfOneProbabilityAreCertainTogether() {
        var tied = List.of(one("a", 1, true), one("a", 1, false), one("b", 1, true), one("b", 1, false));

        var found = LeaveOneKindOut.of(ONE, tied, 1);

        assertThat(found.bound(0.6)).isEmpty();
        assertThat(found.bound(0.5)).hasValue(0.5);
    }

    @Test
    void theTableHasALineForEachKindAndTwoForAll() {
        var tied = List.of(one("a", 1, true), one("a", 1, false), one("b", 1, true), one("b", 1, false));

        assertThat(LeaveOneKindOut.of(ONE, tied, 1).table(0.5)).isEqualTo("""
                kind                     examples   right  certain certain, right       %
                a                               2       1        2              1    50.0
                b                               2       1        2              1    50.0
                each left out                   4       2        4              2    50.0
                fitted on all                   4       2        4              2    50.0
                """);
        assertThat(LeaveOneKindOut.of(ONE, tied, 1).table(0.9))
                .contains("a                               2       1        0              0       -\n");
    }

    @Test
    void oneKindAloneCannotBeLeftOut() {
        assertThatThrownBy(() -> LeaveOneKindOut.of(ONE, List.of(one("a", 1, true)), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[a]");
    }

    private static double share(LeaveOneKindOut found, double bound) {
        var total = found.total(bound);
        return (double) total.certainRight() / total.certain();
    }

    private static List<Double> confidences(List<Judged> judged) {
        return judged.stream().map(Judged::confidence).toList();
    }

    /** Two kinds that are right where the feature is above 0, and a third that may be right where it is below. */
    private static List<Example> examples(boolean invert) {
        var examples = new ArrayList<Example>();
        for (var kind : List.of("first", "second", "inverted")) {
            for (int i = 0; i < 40; i++) {
                double feature = i - 19.5;
                examples.add(one(kind, feature, feature > 0 != (invert && kind.equals("inverted"))));
            }
        }
        return examples;
    }

    /** The larger the feature, the rarer the wrong ones. */
    private static List<Example> noisy() {
        var examples = new ArrayList<Example>();
        for (var kind : List.of("first", "second", "third")) {
            for (int i = 0; i < 60; i++) {
                examples.add(one(kind, i, i % (2 + i / 5) != 0));
            }
        }
        return examples;
    }

    private static Example one(String kind, double feature, boolean right) {
        return new Example(kind, new double[] {feature}, right);
    }
}
