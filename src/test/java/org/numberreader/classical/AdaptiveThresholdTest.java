package org.numberreader.classical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numberreader.DrawnNumbers;
import org.numberreader.image.GrayImage;

class AdaptiveThresholdTest {

    @Test
    void findsInkInTheLightAndInTheShade() {
        // Paper that darkens from 250 to 90; ink is 60 darker everywhere.
        var pixels = new byte[400 * 100];
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 400; x++) {
                boolean isInk = y >= 30 && y < 70 && (x / 10 == 5 || x / 10 == 35);
                pixels[y * 400 + x] = (byte) (250 - 160 * x / 400 - (isInk ? 60 : 0));
            }
        }

        var ink = AdaptiveThreshold.ink(new GrayImage(400, 100, pixels));

        assertThat(ink.at(55, 50)).as("ink in the light").isEqualTo(255);
        assertThat(ink.at(355, 50)).as("ink in the shade").isEqualTo(255);
        assertThat(ink.at(200, 50)).as("paper half in the shade").isZero();
        assertThat(ink.at(390, 50)).as("paper in the shade").isZero();
    }

    @Test
    void findsNoInkOnBlankPaper() {
        var ink = AdaptiveThreshold.ink(DrawnNumbers.gray(DrawnNumbers.paper(300, 200)));

        assertThat(ink.pixels()).isEqualTo(new byte[300 * 200]);
    }
}
