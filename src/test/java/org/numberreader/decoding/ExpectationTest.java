package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationTest {

    @ParameterizedTest
    @CsvSource({"6, 6, 6", "2-8, 2, 8", "1, 1, 1", "1-64, 1, 64", "7-7, 7, 7"})
    void readsALengthOrARange(String text, int fewest, int most) {
        assertThat(Expectation.digits(text, 2)).isEqualTo(new Expectation(fewest, most, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-3",
                "3-",
                "8-2",
                "65",
                "1-65",
                "0-5",
                "six",
                "2 - 8",
                "2-8-9",
                "999999999999",
                "1.5",
                "٣"
            })
    void refusesWhatIsNeither(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expectation.digits(text, 3))
                .satisfies(e -> assertThat(e).hasMessageContaining("must be"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11})
    void refusesAlternativesOutOfRange(int alternatives) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Expectation(1, 5, alternatives))
                .withMessageContaining("alternatives");
    }

    @Test
    void knowsWhenAllIsOneDigit() {
        assertThat(Expectation.digits("1", 3).isOneDigit()).isTrue();
        assertThat(Expectation.digits("1-2", 3).isOneDigit()).isFalse();
        assertThat(Expectation.ANY.isOneDigit()).isFalse();
    }
}
