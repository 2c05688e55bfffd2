package org.numberreader.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RejectionTest {
    /** Chances of 0, 0.001, 0.002 and so on. */
    private static final double[] DIGITS =
            IntStream.range(0, 1_000).mapToDouble(i -> i / 1_000.0).toArray();

    @Test
    void theThresholdRefusesTheGivenShareOfDigits() {
        var found = Rejection.of(DIGITS, List.of(none(0.004), none(0.005), none(0.9), new NoDigit(0, true)));

        assertThat(found.threshold()).isCloseTo(0.005, within(1e-9));
        assertThat(found.refused().accuracy()).as("below, not at the threshold").isEqualTo(0.5);
        assertThat(found.unread().accuracy()).isEqualTo(0.25);
    }

    @Test
    void theCurveRisesFromNoDigitRefusedToATenth() {
        var curve = Rejection.of(DIGITS, List.of(none(0.05))).curve();

        assertThat(curve.get(0)).isEqualTo(new Rejection.Point(0, 0, 0));
        assertThat(curve.get(curve.size() - 1).digits()).isCloseTo(0.1, within(1e-9));
        assertThat(curve.get(curve.size() - 1).others()).isEqualTo(1);
        assertThat(curve).extracting(Rejection.Point::others).isSorted();
    }

    private static NoDigit none(double chance) {
        return new NoDigit(chance, false);
    }
}
