package org.numberreader.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;

class DigitFrameTest {
    @Test
    void leansByMovingItsRows() {
        var stroke = upright();

        var right = stroke.leaning(1.0 / 3);

        assertThat(right.image().at(14 + 3, 4)).as("9.5 rows up, 3.2 columns").isBetween(160, 170);
        assertThat(right.image().at(14 + 4, 4)).isBetween(30, 40);
        assertThat(right.image().at(14 - 3, 23)).isBetween(160, 170);
        assertThat(sum(right)).isCloseTo(sum(stroke), within(20));
        assertThat(stroke.leaning(0).pixels()).isEqualTo(stroke.pixels());
    }

    @Test
    void leansToTheLeftBelowZero() {
        var left = upright().leaning(-1.0 / 3);

        assertThat(left.image().at(14 - 3, 4)).isBetween(160, 170);
        assertThat(left.image().at(14 + 3, 23)).isBetween(160, 170);
    }

    @ParameterizedTest
    @ValueSource(doubles = {9, -9})
    void rowsThatLeaveTheFrameAreEmpty(double lean) {
        var image = upright().leaning(lean).image();

        for (int y = 0; y < 28; y++) {
            int row = y;
            int ink = IntStream.range(0, 28).map(x -> image.at(x, row)).sum();
            // The two in the middle move by 4.5 columns, the next by 13.5, those after by 22.5.
            if (y == 13 || y == 14) {
                assertThat(ink).as("row %d", y).isEqualTo(200);
            } else if (y < 12 || y > 15) {
                assertThat(ink).as("row %d", y).isZero();
            }
        }
    }

    /** An upright stroke one pixel wide, from row 4 to row 23. */
    private static DigitFrame upright() {
        var pixels = new byte[28 * 28];
        for (int y = 4; y < 24; y++) {
            pixels[y * 28 + 14] = (byte) 200;
        }
        return DigitFrame.ofPixels(pixels);
    }

    private static int sum(DigitFrame frame) {
        int sum = 0;
        for (byte pixel : frame.pixels()) {
            sum += pixel & 0xff;
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void bringsTheLongerSideToTwentyPixels(int digit) {
        Box box = inkBox(DigitFrame.of(Glyphs.digit(digit, 90)).image());

        // An antialiased outermost row may be too faint to count.
        assertThat(Math.max(box.width(), box.height())).isBetween(19, 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void putsTheCentreOfMassAtTheCentre(int digit) {
        GrayImage frame = DigitFrame.of(Glyphs.digit(digit, 90)).image();

        double mass = 0;
        double massX = 0;
        double massY = 0;
        for (int y = 0; y < DigitFrame.SIDE; y++) {
            for (int x = 0; x < DigitFrame.SIDE; x++) {
                mass += frame.at(x, y);
                massX += frame.at(x, y) * (x + 0.5);
                massY += frame.at(x, y) * (y + 0.5);
            }
        }
        // Whole pixels only are shifted, so half a pixel may be left, and rounding's little.
        assertThat(massX / mass).isCloseTo(14, within(0.52));
        assertThat(massY / mass).isCloseTo(14, within(0.52));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void framesLargeAndSmallWritingAlike(int digit) {
        byte[] large = DigitFrame.of(Glyphs.digit(digit, 400)).pixels();
        byte[] middle = DigitFrame.of(Glyphs.digit(digit, 60)).pixels();
        byte[] small = DigitFrame.of(Glyphs.digit(digit, 22)).pixels();

        assertThat(difference(large, middle)).isLessThan(0.02);
        assertThat(difference(large, small)).isLessThan(0.08);
    }

    @Test
    void keepsTheAspect() {
        Box box = inkBox(DigitFrame.of(full(30, 60)).image());

        assertThat(box).isEqualTo(new Box(9, 4, 10, 20));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,500", "500,1", "3,2000", "2000,3", "20,20", "28,28"})
    void framesAnyAspect(int width, int height) {
        Box box = inkBox(DigitFrame.of(full(width, height)).image());

        assertThat(Math.max(box.width(), box.height())).isEqualTo(20);
        assertThat(Math.min(box.width(), box.height()))
                .isEqualTo(Math.max(1, Math.round(20f * Math.min(width, height) / Math.max(width, height))));
    }

    @Test
    void keepsFullInkFull() {
        GrayImage frame = DigitFrame.of(full(40, 40)).image();

        assertThat(frame.at(14, 14)).isEqualTo(255);
        assertThat(frame.at(1, 1)).isZero();
    }

    @Test
    void framesAGlyphWithoutInkAsPaper() {
        assertThat(DigitFrame.of(new GrayImage(7, 9, new byte[63])).pixels()).containsOnly(0);
    }

    @Test
    void takesFramesAsTheyAre() {
        byte[] pixels = Glyphs.frame(3).pixels();

        assertThat(DigitFrame.ofPixels(pixels).pixels()).isEqualTo(pixels);
        assertThatThrownBy(() -> DigitFrame.ofPixels(new byte[783])).isInstanceOf(IllegalArgumentException.class);
    }

    private static GrayImage full(int width, int height) {
        var pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) 255);
        return new GrayImage(width, height, pixels);
    }

    /** Mean difference of the pixels, 0 to 1. */
    private static double difference(byte[] one, byte[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((one[i] & 0xff) - (other[i] & 0xff)) / 255.0;
        }
        return sum / one.length;
    }

    private static Box inkBox(GrayImage frame) {
        return IntStream.range(0, frame.width() * frame.height())
                .mapToObj(i -> new Box(i % frame.width(), i / frame.width(), 1, 1))
                .filter(pixel -> frame.at(pixel.x(), pixel.y()) > 10)
                .reduce(Box::union)
                .orElseThrow();
    }
}
