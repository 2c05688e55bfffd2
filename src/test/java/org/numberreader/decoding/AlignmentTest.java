package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.recognition.Symbol;

class AlignmentTest {
    /** In each column one of two symbols, whose ink is apart or in one place: all texts are in the beam. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theProbabilityOfAGivenTextIsThatOfTheSearch(long seed) {
        var random = new Random(seed);
        var columns = new ScriptedColumns(5);
        for (int column = 0; column < 5; column++) {
            double middle = 6 * random.nextGaussian();
            columns.with(column, random.nextBoolean() ? Symbol.SEVEN : Symbol.ONE, 0.9 * random.nextDouble())
                    .box(column, 7 - middle, 12, 7 + middle, 12);
        }
        var scores = columns.scores();

        var all = BeamSearch.ofAll(scores).best(0, 5, 12);

        assertThat(all)
                .hasSizeGreaterThan(3)
                .allSatisfy(found -> assertThat(new Alignment(scores, found.symbols(), 0, 5).logProbability())
                        .isCloseTo(found.logProbability(), within(1e-4)));
    }

    /** Equal symbols need a column of nothing between them, or ink apart. */
    @Test
    void aTextThatIsLongerThanTheColumnsHasNoProbability() {
        var columns = new ScriptedColumns(2).with(0, Symbol.ONE, 0.5).with(1, Symbol.ONE, 0.5);
        var ones = List.of(Symbol.ONE, Symbol.ONE);
        assertThat(new Alignment(columns.scores(), ones, 0, 2).logProbability()).isEqualTo(Double.NEGATIVE_INFINITY);

        columns.box(0, 12, 12, 2, 12).box(1, 2, 12, 12, 12);
        assertThat(Math.exp(new Alignment(columns.scores(), ones, 0, 2).logProbability()))
                .isCloseTo(0.25, within(1e-6));
    }

    @Test
    void aSymbolsColumnIsTheOneThatSpeaksLoudestForIt() {
        var scores = new ScriptedColumns(12)
                .with(2, Symbol.SEVEN, 0.4)
                .with(3, Symbol.SEVEN, 0.8)
                .with(4, Symbol.SEVEN, 0.5)
                .with(8, Symbol.SEVEN, 0.9)
                .with(9, Symbol.SEVEN, 0.6)
                .with(11, Symbol.POINT, 0.7)
                .scores();

        assertThat(new Alignment(scores, List.of(Symbol.SEVEN, Symbol.SEVEN, Symbol.POINT), 0, 12).columns())
                .containsExactly(3, 8, 11);
        assertThat(new Alignment(scores, List.of(Symbol.SEVEN), 7, 12).columns())
                .containsExactly(8);
        assertThat(new Alignment(scores, List.of(), 0, 12).columns()).isEmpty();
    }
}
