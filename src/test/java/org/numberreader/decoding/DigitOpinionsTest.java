package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitScores;
import org.numberreader.recognition.Symbol;

class DigitOpinionsTest {
    private final ScriptedColumns columns =
            new ScriptedColumns(6).with(2, Symbol.ONE, 0.6).with(2, Symbol.SEVEN, 0.3);

    @Test
    void aNetworkWithoutAnOpinionChangesNothing() {
        var opinions = opinions(ScriptedDigits.undecided());

        assertThat(opinions.best(0)).isEqualTo(1);
        assertThat(opinions.fused(0, 1) / opinions.fused(0, 7)).isCloseTo(2, within(1e-4));
    }

    @Test
    void theDigitNetworkDecidesWhereTheLineIsInDoubt() {
        assertThat(opinions(ScriptedDigits.sureOf(7)).best(0)).isEqualTo(7);
    }

    /** 0.9 to 0.1 by the line is more than 0.8 to 0.2 by the digit network: its word is worth a root of it. */
    @Test
    void theLineRecogniserCountsMore() {
        var line = new ScriptedColumns(6).with(2, Symbol.ONE, 0.8).with(2, Symbol.SEVEN, 0.2);
        var digits = new float[10];
        digits[1] = 0.1f;
        digits[7] = 0.9f;

        var opinions = opinions(line, new DigitScores(digits, 0));

        assertThat(opinions.best(0)).isEqualTo(1);
        assertThat(opinions.fused(0, 1) / opinions.fused(0, 7))
                .isCloseTo(4 * Math.pow(1 / 9.0, DigitOpinions.WEIGHT), within(1e-4));
    }

    @Test
    void bothTogetherShareOne() {
        var opinions = opinions(ScriptedDigits.sureOf(3));

        assertThat(IntStream.range(0, 10)
                        .mapToDouble(digit -> opinions.fused(0, digit))
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void eachNetworksOwnWordIsKept() {
        var opinions = opinions(new DigitScores(ScriptedDigits.undecided().digits(), 0.25f));

        assertThat(opinions.logLine(0, 1)).isCloseTo(Math.log(0.6), within(1e-5));
        assertThat(opinions.logDigit(0, 1)).isCloseTo(Math.log(0.1), within(1e-5));
        assertThat(opinions.notADigit(0)).isEqualTo(0.25);
    }

    @Test
    void whatANetworkRulesOutHasAFiniteLogarithm() {
        var opinions = opinions(ScriptedDigits.sureOf(7));

        assertThat(opinions.logLine(0, 4)).isFinite().isLessThan(-10);
        assertThat(opinions.logDigit(0, 4)).isFinite().isLessThan(-9);
    }

    private DigitOpinions opinions(DigitScores scores) {
        return opinions(columns, scores);
    }

    private static DigitOpinions opinions(ScriptedColumns columns, DigitScores scores) {
        var look = columns.look(0, 20);
        var frame = DigitFrame.ofPixels(new byte[DigitFrame.SIDE * DigitFrame.SIDE]);
        return new DigitOpinions(look.scores(), look.symbols(), List.of(frame), List.of(scores));
    }
}
