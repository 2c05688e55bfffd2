package org.numberreader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogitsTest {
    private static final int COUNT = 998;
    private static final int CLASSES = 10;

    @Test
    void confidentAsOftenAsRight() {
        var logits = logits(900, 9);

        double temperature = logits.calibratedTemperature();

        // One logit of 9 among nine of 0 is to be 0.901 of the whole: (900 + 1) of (998 + 2).
        assertThat(temperature).isCloseTo(9 / Math.log(9 * 0.901 / 0.099), within(1e-3));
    }

    @Test
    void allRightDoesNotMakeCertain() {
        var logits = logits(COUNT, 9);

        assertThat(logits.calibratedTemperature()).isCloseTo(9 / Math.log(9 * 999.0), within(1e-3));
    }

    @Test
    void theLossOfTheTemperatureIsThatOfTheDividedLogits() {
        assertThat(logits(900, 9).loss(3)).isCloseTo(logits(900, 3).loss(1), within(1e-6));
    }

    /** Each picture is taken for a 0 by so much more than for any other; so many of them are 0s. */
    private static Logits logits(int right, float margin) {
        var values = new float[COUNT * CLASSES];
        for (int i = 0; i < COUNT; i++) {
            values[i * CLASSES] = margin;
        }
        var digits = LabelledDigits.drawn(
                new Samples() {
                    @Override
                    public int size() {
                        return COUNT;
                    }

                    @Override
                    public Truth draw(int index, Random random, float[] target, int offset) {
                        return new Truth(index < right ? 0 : 1, false);
                    }
                },
                new Random(1));
        return new Logits(values, CLASSES, digits);
    }
}
