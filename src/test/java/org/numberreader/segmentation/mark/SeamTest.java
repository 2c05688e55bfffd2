package org.numberreader.segmentation.mark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeamTest {
    private final Seam seam = new Seam(0, 11, 20, new int[] {10, 12});

    /** A pixel on the path is to its left; those beside it are one pixel away on either side. */
    @Test
    void bothSidesAreAsFarAway() {
        assertThat(seam.isLeftOf(10, 20)).isFalse();
        assertThat(seam.isLeftOf(11, 20)).isTrue();
        assertThat(seam.distance(10, 20)).isEqualTo(1);
        assertThat(seam.distance(11, 20)).isEqualTo(1);
        assertThat(seam.distance(8, 20)).isEqualTo(3);
        assertThat(seam.distance(13, 20)).isEqualTo(3);
    }

    @Test
    void goesOnStraightAboveAndBelowItsBox() {
        assertThat(seam.distance(10, 5)).isEqualTo(1);
        assertThat(seam.distance(12, 40)).isEqualTo(1);
        assertThat(seam.isLeftOf(12, 40)).isFalse();
    }
}
