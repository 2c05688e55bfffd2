package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.image.Box;
import org.numberreader.recognition.LineNetwork;
import org.numberreader.recognition.Symbol;

class NumberComposerTest {
    private static final int PITCH = ScriptedColumns.PITCH;

    /** As sure of a number as the line recogniser is of its least likely digit. */
    private static final Confidence LEAST_LIKELY = features -> 1 / (1 + Math.exp(-features[0]));

    private record Bounds(double certain, double least) implements ReadingConfig {}

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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofTwoThatAreInOnePlaceTheLikelierStays(boolean first) {
        var likelier = at("17", 0.99, 0);
        var other = at("77", 0.8, 3);
        var texts = first ? List.of(likelier, other) : List.of(other, likelier);

        var composed = compose(1, Expectation.ANY, texts);

        assertThat(values(composed)).containsExactly("17");
        assertThat(composed.lines()).hasSize(1);
        assertThat(composed.unread()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"77, 0.952", "17, 0.99", "7, 0.99"})
    void otherDigitsInTheSamePlaceAreDoubt(String other, double confidence) {
        // Both cannot be right: 0.99 * 0.2 / (1 - 0.99 * 0.8).
        var composed = compose(1, Expectation.ANY, List.of(at("17", 0.99, 0), at(other, 0.8, 3)));

        assertThat(only(composed).confidence()).isCloseTo(confidence, within(1e-3));
    }

    @Test
    void digitsThatOnlyTheUnlikelierLineHasAreUnread() {
        var composed = compose(1, Expectation.ANY, List.of(at("1704", 0.99, 0), at("0485", 0.8, 30)));

        assertThat(values(composed)).containsExactly("1704");
        assertThat(composed.unread()).extracting(Unread::reason).containsExactly(Unread.Reason.UNSURE);
        assertThat(composed.unread().get(0).box().x()).isGreaterThan(60);
    }

    @Test
    void ofOneNumberOnTwoLinesTheLongerLinesStaysInItsOrder() {
        var composed = compose(1, Expectation.ANY, List.of(at("08 03 1990", 0.9, 0), at("03", 0.99, 104)));

        assertThat(values(composed)).containsExactly("08", "03", "1990");
        assertThat(composed.lines()).hasSize(1);
    }

    @Test
    void digitsOfAKeptNumberAreNotUnread() {
        var composed = compose(1, Expectation.ANY, List.of(at("12|34", 0.99, 0), at("12034", 0.8, 0)));

        assertThat(values(composed)).containsExactly("12", "34");
        assertThat(composed.unread())
                .singleElement()
                .satisfies(unread ->
                        assertThat(unread.box().width()).as("the 0 alone").isLessThan(2 * PITCH * LineNetwork.STRIDE));
    }

    @Test
    void anotherTextOfTheSameDigitsIsNoSurer() {
        var composed = compose(1, Expectation.ANY, List.of(at("15", 0.99, 0), at("1.5 72", 0.8, 0)));

        assertThat(composed.lines().get(0).numbers().get(0).text()).isEqualTo("15");
    }

    @Test
    void bothStayWhereTheyOnlyTouch() {
        assertThat(values(compose(Expectation.ANY, at("17", 0.99, 0), at("77", 0.8, 40))))
                .containsExactly("17", "77");
    }

    @Test
    void whatIsHardlyANumberIsUnread() {
        var composed = compose(Expectation.ANY, at("17", 0.99, 0), at("18", 0.55, 100));

        assertThat(values(composed)).containsExactly("17");
        assertThat(composed.unread()).singleElement().satisfies(unread -> {
            assertThat(unread.reason()).isEqualTo(Unread.Reason.UNSURE);
            assertThat(unread.box().x()).isCloseTo(100, within(10));
        });
    }

    @Test
    void whatTheCallerKnowsToBeANumberIsGivenHoweverUnlikely() {
        var two = Expectation.digits("2", 3);

        var composed = compose(two, text(ScriptedColumns.of("18", 0.55), 0, two));

        assertThat(values(composed)).containsExactly("18");
        assertThat(composed.unread()).isEmpty();
    }

    @Test
    void handwritingThatIsNoNumberIsUnread() {
        var composed = compose(Expectation.ANY, at("?? 17 ?", 0.99, 0));

        assertThat(values(composed)).containsExactly("17");
        assertThat(composed.unread()).extracting(Unread::reason).containsOnly(Unread.Reason.NO_NUMBER);
        assertThat(composed.unread()).as("neighbours are one").hasSize(2);
        assertThat(composed.lines().get(0).text()).isEqualTo("17");
    }

    @Test
    void whatAStrokeStrikesOutIsInNoNumber() {
        var look = ScriptedColumns.of("7?4 12", 0.99).look(0, 20);
        var pixels = look.line().image().pixels();
        int width = look.line().image().width();
        double from = look.symbols().get(0).left();
        double to = look.symbols().get(2).right();
        for (int x = 0; x < width; x++) {
            boolean isWritten = look.symbols().stream().anyMatch(written(x));
            boolean isStruck = x >= from && x < to;
            for (int y = 9; y < 31; y++) {
                pixels[y * width + x] = (byte) (isWritten || (isStruck && y >= 19 && y < 22) ? 20 : 255);
            }
        }
        var line = new LookedAt(List.of(look));

        var before = compose(Expectation.ANY, LineText.of(line));
        var composed = compose(Expectation.ANY, LineText.of(line.withStruckOut()));

        assertThat(values(before)).containsExactly("7", "4", "12");
        assertThat(values(composed)).containsExactly("12");
        assertThat(composed.unread()).singleElement().satisfies(struck -> {
            assertThat(struck.reason()).isEqualTo(Unread.Reason.CROSSED_OUT);
            assertThat(struck.box().x()).isCloseTo((int) from, within(2));
            assertThat(struck.box().right()).isCloseTo((int) to, within(2));
        });
    }

    /** The middle of each symbol is a downstroke. */
    private static Predicate<FoundSymbol> written(int x) {
        return symbol -> Math.abs(symbol.centre() - x) < 3;
    }

    @Test
    void aLineWithoutNumbersIsNoLine() {
        var composed = compose(Expectation.ANY, at("???", 0.99, 0), at("-", 0.99, 200));

        assertThat(composed.lines()).isEmpty();
        assertThat(composed.unread()).hasSize(1);
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

    /** A line that starts so far right in the picture. */
    private static LineText at(String written, double probability, int x) {
        return text(ScriptedColumns.of(written, probability), x, Expectation.ANY);
    }

    private static LineText text(ScriptedColumns columns, int x, Expectation expected) {
        return LineText.of(new LookedAt(List.of(columns.look(x, 20))), expected);
    }

    private static NumberComposer.Composed compose(Expectation expected, LineText... texts) {
        return compose(1, expected, List.of(texts));
    }

    private static NumberComposer.Composed compose(double scale, Expectation expected, List<LineText> texts) {
        return new NumberComposer(LEAST_LIKELY, new Bounds(0.95, 0.6))
                .compose(texts, ScriptedDigits.undecided(texts), expected, scale);
    }

    private static ReadNumber only(NumberComposer.Composed composed) {
        assertThat(composed.lines()).hasSize(1);
        assertThat(composed.lines().get(0).numbers()).hasSize(1);
        return composed.lines().get(0).numbers().get(0);
    }

    private static List<String> values(NumberComposer.Composed composed) {
        return composed.lines().stream()
                .flatMap(line -> line.numbers().stream())
                .map(ReadNumber::value)
                .toList();
    }
}
