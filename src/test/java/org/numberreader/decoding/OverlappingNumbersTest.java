package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.numberreader.decoding.ComposerFixture.at;
import static org.numberreader.decoding.ComposerFixture.compose;
import static org.numberreader.decoding.ComposerFixture.only;
import static org.numberreader.decoding.ComposerFixture.values;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.recognition.LineNetwork;

/** Of numbers that are in one place the likeliest stays. */
class OverlappingNumbersTest {
    private static final int PITCH = ScriptedColumns.PITCH;

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
}
