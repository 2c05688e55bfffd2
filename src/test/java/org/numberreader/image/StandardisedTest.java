package org.numberreader.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StandardisedTest {
    @Test
    void levelsHaveZeroMeanAndUnitSpread() {
        var pixels = new byte[20 * 10];
        new Random(1).nextBytes(pixels);
        var values = new float[pixels.length];

        Standardised.into(new GrayImage(20, 10, pixels), values, 0, 20);

        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += value * value;
        }
        assertThat(sum / values.length).isCloseTo(0, within(1e-5));
        assertThat(squares / values.length).isCloseTo(1, within(1e-4));
    }

    @Test
    void noiseIsNotRaisedToStrokes() {
        var pixels = new byte[100];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (200 + i % 2);
        }
        var values = new float[100];

        Standardised.into(new GrayImage(10, 10, pixels), values, 0, 10);

        assertThat(values[0]).isCloseTo(-0.125f, within(1e-5f));
        assertThat(values[1]).isCloseTo(0.125f, within(1e-5f));
    }

    @Test
    void anEvenPictureIsZero() {
        var values = new float[] {9, 9, 9, 9};

        Standardised.into(new GrayImage(2, 2, new byte[] {7, 7, 7, 7}), values, 0, 2);

        assertThat(values).containsOnly(0);
    }

    @Test
    void whatIsBesideThePictureStays() {
        float[] values = {9, 9, 9, 9, 9, 9, 9, 9, 9, 9};

        Standardised.into(new GrayImage(2, 2, new byte[] {0, 100, 100, 0}), values, 1, 4);

        assertThat(values).containsExactly(new float[] {9, -1, 1, 9, 9, 1, -1, 9, 9, 9}, within(1e-6f));
    }
}
