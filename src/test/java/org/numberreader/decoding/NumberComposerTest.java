package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.numberreader.decoding.ComposerFixture.at;
import static org.numberreader.decoding.ComposerFixture.compose;
import static org.numberreader.decoding.ComposerFixture.only;
import static org.numberreader.decoding.ComposerFixture.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.image.Box;
import org.numberreader.recognition.Symbol;

/** A number has its digits, signs, place, confidence and alternatives. */
class NumberComposerTest {
    private static final int PITCH = ScriptedColumns.PITCH;

    @Test
    void aNumberHasItsDigitsAndItsSigns() {
        var number = only(compose(Expectation.ANY, at("-12.5%", 0.99, 0)));

        assertThat(number.value()).isEqualTo("125");
        assertThat(number.text()).isEqualTo("-12.5%");
        assertThat(number.digits()).extracting(ReadDigit::digit).containsExactly(1, 2, 5);
        assertThat(number.signs()).extracting(ReadSign::sign).containsExactly("-", ".", "%");
        assertThat(number.signs()).extracting(ReadSign::before).containsExactly(0, 2, 3);
        assertThat(number.confidence()).isCloseTo(0.99, within(1e-4));
    }

    @Test
    void itsBoxHoldsAllOfIt() {
        var number = only(compose(Expectation.ANY, at("-12", 0.99, 0)));

        assertThat(number.box())
                .isEqualTo(number.signs()
                        .get(0)
                        .box()
                        .union(number.digits().get(0).box())
                        .union(number.digits().get(1).box()));
    }

    @Test
    void boxesAreInThePixelsOfTheUpload() {
        var texts = List.of(at("12", 0.99, 0));

        var once = only(compose(1, Expectation.ANY, texts)).box();
        var thrice = only(compose(3, Expectation.ANY, texts)).box();

        assertThat(thrice).isEqualTo(once.scaled(3));
    }

    @Test
    void aLinesTextHasWhatPartsItsNumbers() {
        var line = compose(Expectation.ANY, at("12/05/2021 3+4=7", 0.99, 0))
                .lines()
                .get(0);

        assertThat(line.text()).isEqualTo("12/05/2021 3+4=7");
        assertThat(line.numbers()).extracting(ReadNumber::value).containsExactly("12", "05", "2021", "3", "4", "7");
    }

    @ParameterizedTest
    @CsvSource({"0.951, true", "0.949, false"})
    void isCertainFromTheBoundOn(double probability, boolean certain) {
        assertThat(only(compose(Expectation.ANY, at("7", probability, 0))).certain())
                .isEqualTo(certain);
    }

    @Test
    void alternativesShareWhatTheNumberLeaves() {
        var columns = ScriptedColumns.of("13", 0.97)
                .with(2, Symbol.ONE, 0.7)
                .with(2, Symbol.SEVEN, 0.25)
                .with(PITCH + 2, Symbol.THREE, 0.9)
                .with(PITCH + 2, Symbol.FIVE, 0.08);
        var text = text(columns, 0, Expectation.ANY);

        var number = only(compose(Expectation.ANY, text));

        assertThat(number.alternatives())
                .extracting(ReadNumber.Alternative::value)
                .startsWith("73", "15")
                .doesNotContain(number.value());
        double others = number.alternatives().stream()
                .mapToDouble(ReadNumber.Alternative::confidence)
                .sum();
        assertThat(number.confidence() + others).isBetween(0.9, 1.0 + 1e-9);
        assertThat(number.digits().get(0).alternatives())
                .extracting(ReadDigit.Alternative::digit)
                .startsWith(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void hasAsManyAlternativesAsAreWanted(int wanted) {
        var columns = ScriptedColumns.of("13", 0.9);
        for (var other : List.of(Symbol.TWO, Symbol.FOUR, Symbol.FIVE, Symbol.SIX, Symbol.SEVEN)) {
            columns.with(2, other, 0.015).with(PITCH + 2, other, 0.015);
        }

        var number = only(compose(new Expectation(1, 64, wanted), text(columns, 0, Expectation.ANY)));

        assertThat(number.alternatives()).hasSize(wanted);
        assertThat(number.digits())
                .allSatisfy(digit -> assertThat(digit.alternatives()).hasSize(wanted));
    }

    @Test
    void nothingMakesNothing() {
        var composed = compose(1, Expectation.ANY, List.of());

        assertThat(composed.lines()).isEmpty();
        assertThat(composed.unread()).isEmpty();
    }

    @Test
    void aDigitsOutlineLiesInItsBox() {
        var digit = only(compose(2, Expectation.ANY, List.of(at("8", 0.99, 30))))
                .digits()
                .get(0);
        Box box = digit.box();

        assertThat(digit.contour()).allSatisfy(point -> {
            assertThat(point.x()).isBetween(box.x() - 4, box.right() + 4);
            assertThat(point.y()).isBetween(box.y() - 4, box.bottom() + 4);
        });
    }
}
