package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.recognition.DigitScores;
import org.numberreader.recognition.Symbol;

class LineTextTest {

    @ParameterizedTest(name = "{1} digits of {0}")
    @CsvSource(quoteCharacter = '"', textBlock = """
            # written,   digits, numbers
            1704,        1-64,   1704
            17 04,       1-64,   17 04
            17 04,       4,      1704
            17/04,       4,      1704
            17|04,       4,      1704
            1 7 0 4,     4,      1704
            17 0455,     4,      0455
            1704,        4,      1704
            -17.04,      4,      -17.04
            17 04,       2,      17 04
            17 04,       1-2,    17 04
            "1,704",     4,      "1,704"
            """)
    void aNumberHasAsManyDigitsAsTheCallerSays(String written, String digits, String numbers) {
        var text = LineText.of(ScriptedColumns.of(written, 0.97).line(), Expectation.digits(digits, 3));

        assertThat(String.join(" ", numbers(text))).isEqualTo(numbers);
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "2, 18", "3, 183", "1-2, 18", "3-64, 183"})
    void isReadAnewWhereItHasAnotherLength(String digits, String number) {
        var columns = new ScriptedColumns(12)
                .with(2, Symbol.ONE, 0.9)
                .with(6, Symbol.EIGHT, 0.95)
                .with(8, Symbol.THREE, 0.2);

        assertThat(numbers(LineText.of(columns.line(), Expectation.digits(digits, 3))))
                .containsExactly(number);
    }

    @Test
    void isNotThereWhereNothingSpeaksForSoManyDigits() {
        assertThat(numbers(LineText.of(ScriptedColumns.of("17", 0.97).line(), Expectation.digits("5", 3))))
                .isEmpty();
    }

    @Test
    void whatIsReadAnewStaysApart() {
        var columns = ScriptedColumns.of("17 045", 0.97);

        var parts = LineText.of(columns.line(), Expectation.digits("2", 3)).parts();

        assertThat(parts).extracting(WrittenPart::apart).containsExactly(false, true);
    }

    @Test
    void theCutIsReadWhoseTextIsLikelier() {
        var clear = ScriptedColumns.of("17", 0.99).look(0, 20);
        var poor = ScriptedColumns.of("77", 0.6).look(0, 20);

        assertThat(numbers(LineText.of(LookedAt.of(List.of(poor, clear)), Expectation.ANY)))
                .containsExactly("17");
        assertThat(numbers(LineText.of(LookedAt.of(List.of(clear, poor)), Expectation.ANY)))
                .containsExactly("17");
    }

    @Test
    void theTextIsReadThatAllCutsTogetherFindTheLikeliest() {
        var sure = either(Symbol.ONE, 0.7, Symbol.EIGHT, 0.1);
        var doubtful = either(Symbol.SEVEN, 0.5, Symbol.ONE, 0.1);
        var other = either(Symbol.SEVEN, 0.55, Symbol.ONE, 0.1);

        // The product and the likeliest cut alone are for 1.
        var text = LineText.of(LookedAt.of(List.of(sure, doubtful, other)));

        assertThat(numbers(text)).containsExactly("7");
        assertThat(text.look()).isEqualTo(other);
        // Two of three are for 7, but not by enough.
        assertThat(numbers(
                        LineText.of(LookedAt.of(List.of(sure, doubtful, either(Symbol.SEVEN, 0.4, Symbol.ONE, 0.39))))))
                .containsExactly("1");
    }

    private static Look either(Symbol one, double probability, Symbol other, double otherProbability) {
        return new ScriptedColumns(3)
                .with(1, one, probability)
                .with(1, other, otherProbability)
                .look(0, 20);
    }

    /** The digit network is asked about what is alone, or between two digits, and is no digit to the line recogniser. */
    @ParameterizedTest
    @CsvSource({"?, 9", "1?7, 197", "?7, ?7", "1?, 1?", "??, ??", "1?-7, 1?-7"})
    void aloneOrBetweenDigitsOtherInkMayBeADigit(String written, String expected) {
        var columns = ScriptedColumns.of(written, 0.6);
        for (int at = 0; at < written.length(); at++) {
            if (written.charAt(at) == '?') {
                columns.with(at * ScriptedColumns.PITCH + ScriptedColumns.PITCH / 2, Symbol.NINE, 0.3);
            }
        }

        var read = columns.line().withDigitsFor(nines(0.99));

        assertThat(ScriptedColumns.text(read.best().text())).isEqualTo(expected);
        assertThat(read.looks()).containsExactly(read.best());
    }

    /** Of 0.6 and 0.2 to the line recogniser a digit of 0.7 is none: 0.6 × 0.3 > 0.2 × 0.7; and of 0.8 it is one. */
    @ParameterizedTest
    @CsvSource({"0.7, ?", "0.8, 9"})
    void bothNetworksTogetherSayWhetherInkIsADigit(double digit, String expected) {
        var line = LookedAt.of(List.of(either(Symbol.OTHER, 0.6, Symbol.NINE, 0.2)));

        assertThat(ScriptedColumns.text(line.withDigitsFor(nines(digit)).best().text()))
                .isEqualTo(expected);
    }

    /** To either network the ink is a digit in the cut that is read, and none in the mean of it and another. */
    @Test
    void whetherInkIsADigitIsAskedInEveryCut() {
        var one = either(Symbol.OTHER, 0.6, Symbol.NINE, 0.3);
        var similar = either(Symbol.OTHER, 0.59, Symbol.NINE, 0.31);
        var other = either(Symbol.OTHER, 0.59, Symbol.NINE, 0.05);

        assertThat(LookedAt.of(List.of(one, similar))
                        .withDigitsFor(nines(0.7))
                        .best()
                        .text())
                .containsExactly(Symbol.NINE);
        assertThat(LookedAt.of(List.of(one, similar))
                        .withDigitsFor(nines(0.7, 0.4))
                        .best()
                        .text())
                .containsExactly(Symbol.OTHER);
        assertThat(LookedAt.of(List.of(one, other))
                        .withDigitsFor(nines(0.7))
                        .best()
                        .text())
                .containsExactly(Symbol.OTHER);
    }

    /** A digit network to which each frame is a nine so likely, the last probability that of all others; or no digit. */
    private static DigitClassifier nines(double... probabilities) {
        return frames -> IntStream.range(0, frames.size())
                .mapToObj(i -> {
                    float probability = (float) probabilities[Math.min(i, probabilities.length - 1)];
                    var digits = new float[10];
                    digits[9] = probability;
                    return new DigitScores(digits, 1 - probability);
                })
                .toList();
    }

    @Test
    void ofOneDigitTheLikeliestOfAllLinesIsLeft() {
        var texts = List.of(text("3", 0.7), text("8", 0.95), text("5", 0.9));

        var likeliest = LineText.likeliest(texts);

        assertThat(likeliest)
                .singleElement()
                .satisfies(text -> assertThat(numbers(text)).containsExactly("8"));
    }

    @Test
    void ofNothingNothingIsLeft() {
        assertThat(LineText.likeliest(List.of())).isEmpty();
        assertThat(LineText.likeliest(List.of(text("?", 0.9)))).isEmpty();
    }

    private static LineText text(String written, double probability) {
        return LineText.of(ScriptedColumns.of(written, probability).line(), Expectation.digits("1", 3));
    }

    private static List<String> numbers(LineText text) {
        return text.numbers().stream().map(WrittenPart::text).toList();
    }
}
