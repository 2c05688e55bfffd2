package org.numberreader.layout.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.numberreader.image.Box;

class SkewTest {

    @Test
    void levelsRowsAndColumnsAndLeadsBack() {
        var skew = Skew.turned(0.05).withColumns(0.02);

        assertThat(skew.down(300, 15)).isCloseTo(skew.down(0, 0), within(1e-9));
        assertThat(skew.across(-4, 200)).isCloseTo(skew.across(0, 0), within(1e-9));
        double across = skew.across(120, 80);
        double down = skew.down(120, 80);
        assertThat(skew.x(across, down)).isCloseTo(120, within(1e-9));
        assertThat(skew.y(across, down)).isCloseTo(80, within(1e-9));
    }

    @Test
    void boxesOfALevelPictureAreTheirOwn() {
        assertThat(Skew.turned(0).box(10, 20, 40, 60)).isEqualTo(new Box(10, 20, 30, 40));
    }
}
