package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.numberreader.decoding.ComposerFixture.at;
import static org.numberreader.decoding.ComposerFixture.compose;
import static org.numberreader.decoding.ComposerFixture.text;
import static org.numberreader.decoding.ComposerFixture.values;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.recognition.DigitScores;
import org.numberreader.recognition.Symbol;

/** Handwriting that is in no number. */
class UnreadHandwritingTest {
    private static final DigitClassifier NINES = frames -> frames.stream()
            .map(frame -> new DigitScores(new float[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0.99f}, 0.01f))
            .toList();

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
        double from = look.symbols().get(0).left();
        double to = look.symbols().get(2).right();
        draw(look, from, to);
        var line = LookedAt.of(List.of(look));

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

    /** Alone on its line; the digit network takes it for a 9. */
    @Test
    void aLoneDigitThatIsStruckOutIsNone() {
        var columns = ScriptedColumns.of("?", 0.6).with(2, Symbol.NINE, 0.3).box(2, 12, 11, 12, 11);
        var look = columns.look(0, 20);
        draw(look, 0, 0);
        var written = LookedAt.of(List.of(look)).withDigitsFor(NINES);
        draw(look, 0, look.line().image().width());
        var struck = LookedAt.of(List.of(look)).withDigitsFor(NINES).withStruckOut();

        assertThat(written.best().text()).containsExactly(Symbol.NINE);
        assertThat(compose(Expectation.ANY, LineText.of(struck)).unread())
                .extracting(Unread::reason)
                .containsExactly(Unread.Reason.CROSSED_OUT);
    }

    @Test
    void digitsThatCannotBeANumberOfTheExpectedLengthAreUnread() {
        var six = Expectation.digits("6", 3);

        var composed = compose(six, text(ScriptedColumns.of("7", 0.99), 0, six));

        assertThat(values(composed)).isEmpty();
        assertThat(composed.unread()).extracting(Unread::reason).containsExactly(Unread.Reason.NO_NUMBER);
    }

    /** Each symbol is a downstroke; a level stroke runs from {@code from} to {@code to}. */
    private static void draw(Look look, double from, double to) {
        var pixels = look.line().image().pixels();
        int width = look.line().image().width();
        for (int x = 0; x < width; x++) {
            boolean isWritten = look.symbols().stream().anyMatch(written(x));
            boolean isStruck = x >= from && x < to;
            for (int y = 9; y < 31; y++) {
                pixels[y * width + x] = (byte) (isWritten || (isStruck && y >= 19 && y < 22) ? 20 : 255);
            }
        }
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
}
