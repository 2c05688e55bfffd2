package org.numberreader.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TextLineFinderTest {
    @Test
    void findsATiltedBandWithItsAngleAndHeight() {
        double angle = Math.toRadians(10);
        var lines = TextLineFinder.lines(
                new DrawnMap(400, 200).band(60, 50, 260, angle, 40).map());

        assertThat(lines).hasSize(1);
        var line = lines.get(0);
        assertThat(line.angle()).isCloseTo(angle, within(Math.toRadians(1)));
        assertThat(line.height()).isCloseTo(40, within(1.0));
        assertThat(line.x()).isCloseTo(60, within(5.0));
        assertThat(line.y()).isCloseTo(50, within(5.0));
        assertThat(line.length()).isCloseTo(260, within(10.0));
        assertThat(line.found()).isGreaterThan(0.9);
    }

    @Test
    void aSingleDigitHasNoAngle() {
        var lines = TextLineFinder.lines(
                new DrawnMap(200, 200).band(100, 80, 12, 0.3, 48).map());

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.angle()).isZero();
            assertThat(line.height()).isCloseTo(48, within(1.0));
        });
    }

    @Test
    void findsNothingOnAnEmptyPage() {
        assertThat(TextLineFinder.lines(new DrawnMap(200, 200).map())).isEmpty();
    }

    @Test
    void joinsTwoBandsThatContinueEachOther() {
        double angle = Math.toRadians(-6);
        double gap = 80; // two heights
        var map = new DrawnMap(500, 200)
                .band(40, 120, 120, angle, 40)
                .band(40 + (120 + gap) * Math.cos(angle), 120 + (120 + gap) * Math.sin(angle), 150, angle, 40)
                .map();

        assertThat(TextLineFinder.lines(map)).singleElement().satisfies(line -> {
            assertThat(line.length()).isCloseTo(350, within(10.0));
            assertThat(line.angle()).isCloseTo(angle, within(Math.toRadians(1)));
            assertThat(line.height()).isCloseTo(40, within(1.0));
        });
    }

    @Test
    void keepsBandsApartThatDoNotContinueEachOther() {
        var farApart = new DrawnMap(600, 100).band(20, 50, 120, 0, 30).band(260, 50, 120, 0, 30);
        var otherHeight = new DrawnMap(600, 100).band(20, 50, 120, 0, 30).band(170, 50, 120, 0, 60);
        var lowerDown = new DrawnMap(600, 160).band(20, 50, 120, 0, 30).band(170, 80, 120, 0, 30);

        assertThat(TextLineFinder.lines(farApart.map())).hasSize(2);
        assertThat(TextLineFinder.lines(otherHeight.map())).hasSize(2);
        assertThat(TextLineFinder.lines(lowerDown.map())).hasSize(2);
    }

    @Test
    void ordersLinesFromTopToBottomAndFromLeftToRight() {
        var map = new DrawnMap(600, 240)
                .band(360, 180, 120, 0, 30)
                .band(20, 188, 120, 0, 30)
                .band(380, 52, 120, 0, 30)
                .band(20, 60, 120, 0, 30)
                .map();

        var lines = TextLineFinder.lines(map);

        assertThat(lines).extracting(line -> Math.round(line.x() / 20) * 20L).containsExactly(20L, 380L, 20L, 360L);
        assertThat(lines).extracting(line -> line.y() < 120).containsExactly(true, true, false, false);
    }
}
