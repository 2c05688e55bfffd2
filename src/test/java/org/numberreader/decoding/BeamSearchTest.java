package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.recognition.ColumnScores;
import org.numberreader.recognition.Symbol;

class BeamSearchTest {
    private static final Predicate<Symbol> ANY = symbol -> true;

    @ParameterizedTest
    @ValueSource(strings = {"7", "0070", "-12.50", "12/05/2021", "$1,000", "5?3|8"})
    void readsWhatEachColumnSaysLoudest(String written) {
        var scores = ScriptedColumns.of(written, 0.9).scores();

        assertThat(best(scores, ANY, 0, 64)).isEqualTo(written.replace('|', '│'));
    }

    @Test
    void equalNeighboursAreOneSymbol() {
        var scores = new ScriptedColumns(4)
                .with(1, Symbol.SEVEN, 0.9)
                .with(2, Symbol.SEVEN, 0.9)
                .scores();

        assertThat(best(scores, ANY, 0, 64)).isEqualTo("7");
    }

    @Test
    void aDoubledDigitHasNothingBetween() {
        var scores = new ScriptedColumns(5)
                .with(1, Symbol.SEVEN, 0.9)
                .with(3, Symbol.SEVEN, 0.9)
                .scores();

        assertThat(best(scores, ANY, 0, 64)).isEqualTo("77");
    }

    /** One symbol that the network doubts, and both columns say where its ink is. */
    @Test
    void neighboursWithTheirInkInOnePlaceAreOneSymbol() {
        var scores = new ScriptedColumns(4)
                .with(1, Symbol.SEVEN, 0.9)
                .with(2, Symbol.ONE, 0.8)
                .scores();

        assertThat(best(scores, ANY, 0, 64)).isEqualTo("7");
        assertThat(new BeamSearch(scores, ANY, 0, 64).best(0, 4, 20))
                .extracting(hypothesis -> ScriptedColumns.text(hypothesis.symbols()))
                .doesNotContain("71");
    }

    @Test
    void neighboursWithTheirInkApartAreTwoSymbols() {
        var scores = new ScriptedColumns(4)
                .with(1, Symbol.SEVEN, 0.9)
                .box(1, 7, 12, 1, 12)
                .with(2, Symbol.ONE, 0.8)
                .box(2, 1, 12, 7, 12)
                .scores();

        assertThat(best(scores, ANY, 0, 64)).isEqualTo("71");
        assertThat(new Alignment(scores, List.of(Symbol.SEVEN, Symbol.ONE), 0, 4).columns())
                .containsExactly(1, 2);
    }

    @Test
    void aColumnThatSaysNothingReadsAsNothing() {
        assertThat(best(new ScriptedColumns(6).scores(), ANY, 0, 64)).isEmpty();
        assertThat(best(new ScriptedColumns(6).scores(), ANY, 1, 64)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 8", "2, 2, 18", "3, 3, 183", "1, 2, 18", "2, 64, 18"})
    void hasAsManyDigitsAsAreAllowed(int fewest, int most, String expected) {
        var scores = new ScriptedColumns(12)
                .with(2, Symbol.ONE, 0.9)
                .with(6, Symbol.EIGHT, 0.95)
                .with(10, Symbol.THREE, 0.2)
                .scores();

        assertThat(best(scores, ANY, fewest, most)).isEqualTo(expected);
    }

    @Test
    void hasNoTextWhereThereAreTooFewDigits() {
        assertThat(best(ScriptedColumns.of("18", 0.9).scores(), ANY, 3, 3)).isNull();
    }

    @Test
    void signsAreNoDigits() {
        assertThat(best(ScriptedColumns.of("1.8", 0.9).scores(), ANY, 2, 2)).isEqualTo("1.8");
    }

    @Test
    void whatIsNotAllowedIsPassedOver() {
        assertThat(best(ScriptedColumns.of("1-8", 0.9).scores(), Symbol::isDigit, 0, 64))
                .isEqualTo("18");
    }

    @Test
    void signsThatCannotBeThereAreNothing() {
        var scores = new ScriptedColumns(12)
                .with(2, Symbol.SEVEN, 0.9)
                .with(6, Symbol.SLASH, 0.9)
                .with(6, Symbol.ONE, 0.08)
                .with(10, Symbol.ONE, 0.6)
                .with(10, Symbol.SLASH, 0.35)
                .scores();

        assertThat(best(scores, ANY, 0, 64)).isEqualTo("7/1");
        assertThat(best(scores.withoutSigns(), ANY, 0, 64)).isEqualTo("71");
    }

    /** In exact arithmetic a column's softmax is never 0, in single precision it is. */
    @Test
    void digitsThatAreSureButTooManyLeaveTheLikeliest() {
        var scores = new ScriptedColumns(3)
                .with(0, Symbol.ONE, 1)
                .with(1, Symbol.TWO, 1)
                .with(2, Symbol.THREE, 1)
                .scores();

        assertThat(best(scores, Symbol::isDigit, 1, 1)).hasSize(1);
    }

    @Test
    void readsLinesOfMoreDigitsThanANumberHas() {
        String written = "0123456789".repeat(12);

        assertThat(ScriptedColumns.text(ScriptedColumns.of(written, 0.9).look(0, 0).symbols().stream()
                        .map(FoundSymbol::symbol)
                        .toList()))
                .isEqualTo(written);
    }

    /** 7 in two columns of 0.6 and 0.5: in either of them alone, or in both. */
    @Test
    void aTextsProbabilityIsThatOfAllItsWays() {
        var scores = new ScriptedColumns(2)
                .with(0, Symbol.SEVEN, 0.6)
                .with(1, Symbol.SEVEN, 0.5)
                .scores();

        var best = new BeamSearch(scores, ANY, 0, 64).best(0, 2, 2);

        assertThat(Math.exp(best.get(0).logProbability())).isCloseTo(0.6 * 0.5 + 0.6 * 0.5 + 0.4 * 0.5, within(1e-6));
        assertThat(best.get(1).symbols()).isEmpty();
        assertThat(Math.exp(best.get(1).logProbability())).isCloseTo(0.4 * 0.5, within(1e-6));
    }

    @Test
    void theLikeliestTextsComeFirstAndShareOne() {
        var scores = new ScriptedColumns(8)
                .with(1, Symbol.ONE, 0.6)
                .with(1, Symbol.SEVEN, 0.3)
                .with(5, Symbol.THREE, 0.5)
                .with(5, Symbol.FIVE, 0.45)
                .scores();

        var best = new BeamSearch(scores, ANY, 0, 64).best(0, 8, 20);

        assertThat(best)
                .extracting(hypothesis -> ScriptedColumns.text(hypothesis.symbols()))
                .startsWith("13", "15", "73", "75")
                .doesNotHaveDuplicates();
        assertThat(best)
                .extracting(BeamSearch.Hypothesis::logProbability)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(best.stream()
                        .mapToDouble(one -> Math.exp(one.logProbability()))
                        .sum())
                .isCloseTo(1, within(1e-3));
    }

    @Test
    void looksAtTheColumnsAloneThatItIsAskedFor() {
        var scores = ScriptedColumns.of("1234", 0.9).scores();

        var middle = new BeamSearch(scores, ANY, 0, 64).best(ScriptedColumns.PITCH, 3 * ScriptedColumns.PITCH, 1);

        assertThat(ScriptedColumns.text(middle.get(0).symbols())).isEqualTo("23");
    }

    private static @Nullable String best(ColumnScores scores, Predicate<Symbol> allowed, int fewest, int most) {
        var best = new BeamSearch(scores, allowed, fewest, most).best(0, scores.columns(), 1);
        return best.isEmpty() ? null : ScriptedColumns.text(best.get(0).symbols());
    }
}
