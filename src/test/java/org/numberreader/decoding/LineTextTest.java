package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        var one = either(Symbol.SEVEN, 0.55, Symbol.ONE, 0.4);
        var other = either(Symbol.ONE, 0.6, Symbol.SEVEN, 0.1);

        var text = LineText.of(LookedAt.of(List.of(one, other, either(Symbol.EIGHT, 0.5, Symbol.ONE, 0.3))));

        assertThat(numbers(text)).containsExactly("1");
        assertThat(Math.exp(text.look().logProbability())).isCloseTo(0.6, within(1e-6));
        assertThat(numbers(LineText.of(LookedAt.of(List.of(one, other, either(Symbol.SEVEN, 0.6, Symbol.ONE, 0.1))))))
                .containsExactly("7");
    }

    @Test
    void aCutInWhichTheTextCannotBeReadIsLeftOut() {
        var two = ScriptedColumns.of("17", 0.99).look(0, 20);
        var narrow = new ScriptedColumns(1).with(0, Symbol.ONE, 0.3).look(0, 20);

        assertThat(LookedAt.of(List.of(narrow, two)).looks()).hasSize(1);
    }

    private static Look either(Symbol one, double probability, Symbol other, double otherProbability) {
        return new ScriptedColumns(3)
                .with(1, one, probability)
                .with(1, other, otherProbability)
                .look(0, 20);
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
