package org.numberreader.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AccuracyTest {

    @Test
    void givesWilsonsInterval() {
        var accuracy = Accuracy.of(9_910, 10_000);

        assertThat(accuracy.accuracy()).isEqualTo(0.9910);
        assertThat(accuracy.low()).isCloseTo(0.9890, within(0.00005));
        assertThat(accuracy.high()).isCloseTo(0.9927, within(0.00005));
    }

    @Test
    void staysBetweenNoneAndAll() {
        assertThat(Accuracy.of(20, 20).high()).isEqualTo(1);
        assertThat(Accuracy.of(20, 20).low()).isCloseTo(0.839, within(0.001));
        assertThat(Accuracy.of(0, 20).low()).isEqualTo(0);
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatThrownBy(() -> Accuracy.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Accuracy.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Accuracy.of(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
