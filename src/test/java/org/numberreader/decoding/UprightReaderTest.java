package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Picture;
import org.numberreader.image.Turn;

class UprightReaderTest {
    private static final Picture SHEET = sheet(2, 3);

    /** The pixel in the corner tells how a picture is turned. */
    private final Map<Integer, Reading> readings = new java.util.HashMap<>();

    private final List<Integer> read = new ArrayList<>();
    private final UprightReader reader = new UprightReader((picture, expected) -> {
        int corner = picture.gray().at(0, 0);
        read.add(corner);
        return readings.getOrDefault(corner, reading(0));
    });

    @Test
    void whatIsReadWellIsReadOnce() {
        readings.put(0, reading(0.9, 0.8));
        var upright = reader.read(SHEET, Expectation.ANY, null);
        assertThat(upright.turn()).isEqualTo(Turn.NONE);
        assertThat(read).containsExactly(0);
    }

    @Test
    void aSheetUpsideDownIsTurned() {
        readings.put(0, reading(0.1, 0.3));
        readings.put(5, reading(0.9, 0.8));
        var upright = reader.read(SHEET, Expectation.ANY, null);
        assertThat(upright.turn()).isEqualTo(Turn.HALF);
        assertThat(upright.reading()).isSameAs(readings.get(5));
    }

    @Test
    void aSheetOnItsSideIsTurnedToWhatReadsBest() {
        readings.put(4, reading(0.9, 0.8, 0.9));
        readings.put(1, reading(0.9));
        var upright = reader.read(SHEET, Expectation.ANY, null);
        assertThat(upright.turn()).isEqualTo(Turn.QUARTER);
        assertThat(upright.picture().width()).isEqualTo(3);
    }

    @Test
    void whatReadsBadlyEitherWayStaysAsItCame() {
        readings.put(0, reading(0.1, 0.3));
        readings.put(5, reading(0.45, 0.4));
        assertThat(reader.read(SHEET, Expectation.ANY, null).turn()).isEqualTo(Turn.NONE);
    }

    @Test
    void oneLineInAWidePictureStandsAsItWasWritten() {
        var strip = sheet(3, 2);
        readings.put(0, reading(0.2));
        readings.put(5, reading(0.9));
        assertThat(reader.read(strip, Expectation.ANY, null).turn()).isEqualTo(Turn.NONE);
        assertThat(read).containsExactly(0);
    }

    @Test
    void digitsThatLookTheSameUpsideDownTellNothing() {
        readings.put(0, reading("80", 0.9, 0.95));
        readings.put(5, reading(0.9, 0.9));
        assertThat(reader.read(SHEET, Expectation.ANY, null).turn()).isEqualTo(Turn.HALF);
    }

    @Test
    void aPageFullOfDigitsIsReadOnce() {
        readings.put(0, reading("2".repeat(501), 0.1));
        readings.put(5, reading(0.9, 0.9));
        assertThat(reader.read(SHEET, Expectation.ANY, null).turn()).isEqualTo(Turn.NONE);
        assertThat(read).containsExactly(0);
    }

    @Test
    void aTurnThatIsToldIsTaken() {
        readings.put(0, reading(0.9));
        assertThat(reader.read(SHEET, Expectation.ANY, Turn.HALF).turn()).isEqualTo(Turn.HALF);
        assertThat(read).containsExactly(5);
    }

    private static Picture sheet(int width, int height) {
        return Picture.of(new GrayImage(width, height, new byte[] {0, 1, 2, 3, 4, 5}));
    }

    private static Reading reading(double... confidences) {
        return reading("23", confidences);
    }

    private static Reading reading(String text, double... confidences) {
        var box = new Box(0, 0, 1, 1);
        var lines = new ArrayList<ReadLine>();
        for (double confidence : confidences) {
            var number =
                    new ReadNumber(text, text, confidence, confidence > 0.87, box, List.of(), List.of(), List.of());
            lines.add(new ReadLine(text, box, List.of(number)));
        }
        return new Reading(lines, List.of(), 0, 0);
    }
}
