package org.numberreader.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.numberreader.image.Raster;

class HandwritingMapTest {
    /** Two cells side by side: sure of numbers 48 pixels high, and undecided between the two kinds of handwriting. */
    private final HandwritingMap map =
            new HandwritingMap(new Raster(4, 1, 2, new float[] {0, -20, 20, 3, 0, 3, (float) Math.log(2), 0}), 24, 8);

    @Test
    void logitsBecomeProbabilities() {
        assertThat(map.numbers(0, 0)).isCloseTo(1, within(1e-6f));
        assertThat(map.other(0, 0)).isCloseTo(0, within(1e-6f));
        assertThat(map.numbers(1, 0)).isCloseTo(0.5f, within(1e-6f));
        assertThat(map.other(1, 0)).isCloseTo(0.5f, within(1e-6f));
    }

    @Test
    void heightsAreInPixels() {
        assertThat(map.digitHeight(0, 0)).isCloseTo(48, within(1e-4f));
        assertThat(map.digitHeight(1, 0)).isCloseTo(24, within(1e-4f));
    }

    @Test
    void sizesAreInCells() {
        assertThat(map.width()).isEqualTo(2);
        assertThat(map.height()).isEqualTo(1);
        assertThat(map.scale()).isEqualTo(8);
    }

    @Test
    void probabilitiesCanBeSeen() {
        assertThat(map.numbersImage().at(0, 0)).isEqualTo(255);
        assertThat(map.numbersImage().at(1, 0)).isBetween(127, 128);
        assertThat(map.otherImage().at(0, 0)).isZero();
    }
}
