package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numberreader.recognition.Symbol;

class NumberHypothesesTest {
    private static final int PITCH = ScriptedColumns.PITCH;

    /** -1.3, whose 1 may be a 7 and whose 3 a 5. */
    private final ScriptedColumns columns = ScriptedColumns.of("-1.3", 0.9)
            .with(PITCH + 2, Symbol.ONE, 0.6)
            .with(PITCH + 2, Symbol.SEVEN, 0.3)
            .with(3 * PITCH + 2, Symbol.THREE, 0.7)
            .with(3 * PITCH + 2, Symbol.FIVE, 0.2);

    @Test
    void theLikeliestTextIsFirstAndThenTheLikeliestChange() {
        assertThat(ranked(columns, false))
                .extracting(NumberHypotheses.Ranked::text)
                .startsWith("-1.3", "-7.3", "-1.5");
    }

    @Test
    void aTextHasTheSignsThatItsValueHasNot() {
        assertThat(ranked(columns, false))
                .extracting(NumberHypotheses.Ranked::value)
                .startsWith("13", "73", "15");
        assertThat(ranked(columns, false))
                .allSatisfy(one -> assertThat(one.text()).startsWith("-").contains("."));
    }

    @Test
    void theSharesFallAndAreOneTogether() {
        for (boolean others : List.of(false, true)) {
            var ranked = ranked(columns, others);

            assertThat(ranked)
                    .extracting(NumberHypotheses.Ranked::share)
                    .isSortedAccordingTo((one, other) -> Double.compare(other, one));
            assertThat(ranked.stream()
                            .mapToDouble(NumberHypotheses.Ranked::share)
                            .sum())
                    .isLessThanOrEqualTo(1 + 1e-9)
                    .isGreaterThan(0.9);
        }
    }

    @Test
    void aChangesShareIsToTheFirstAsTheNetworksSay() {
        var ranked = ranked(columns, false);

        assertThat(ranked.get(1).share() / ranked.get(0).share()).isCloseTo(0.3 / 0.6, within(1e-3));
    }

    @Test
    void textsOfOtherLengthsAreAmongThem() {
        var doubtful = ScriptedColumns.of("183", 0.95).with(PITCH + 2, Symbol.EIGHT, 0.55);

        assertThat(ranked(doubtful, true))
                .extracting(NumberHypotheses.Ranked::text)
                .startsWith("183", "13");
        assertThat(ranked(doubtful, false))
                .extracting(NumberHypotheses.Ranked::text)
                .doesNotContain("13");
    }

    @Test
    void noTextIsThereTwiceOrWithoutDigits() {
        assertThat(ranked(columns, true))
                .extracting(NumberHypotheses.Ranked::text)
                .doesNotHaveDuplicates();
        assertThat(ranked(ScriptedColumns.of("1", 0.6), true))
                .extracting(NumberHypotheses.Ranked::value)
                .doesNotContain("");
    }

    private static List<NumberHypotheses.Ranked> ranked(ScriptedColumns columns, boolean withOthers) {
        var text = LineText.of(columns.line(), Expectation.ANY);
        var look = text.look();
        List<BeamSearch.Hypothesis> others = withOthers
                ? look.hypotheses(0, look.scores().columns(), LineText.ofNumbers(), Expectation.ANY, 6)
                : List.of();
        return NumberHypotheses.ranked(
                text.numbers().get(0), ScriptedDigits.undecided(List.of(text)).get(0), others);
    }
}
