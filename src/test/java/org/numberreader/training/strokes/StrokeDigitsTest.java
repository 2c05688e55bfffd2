package org.numberreader.training.strokes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.numberreader.recognition.DigitFrame;

class StrokeDigitsTest {
    private final StrokeDigits drawn = new StrokeDigits();

    @Test
    void theSameSeedDrawsTheSamePictures() {
        var one = new Random(7);
        var other = new Random(7);
        for (int i = 0; i < 50; i++) {
            assertThat(drawn.digit(i % 10, one).pixels())
                    .isEqualTo(drawn.digit(i % 10, other).pixels());
            assertThat(drawn.nonDigit(one).pixels())
                    .isEqualTo(drawn.nonDigit(other).pixels());
        }
    }

    @Test
    void everyDigitHasSeveralStyles() {
        for (int digit = 0; digit < 10; digit++) {
            assertThat(drawn.styles(digit)).as("styles of %d", digit).hasSizeGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void everyFrameHasInkAndPaper() {
        var random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            int label = i % 11;
            var frame = label < 10 ? drawn.digit(label, random) : drawn.nonDigit(random);
            assertThat(darkest(frame)).as("label %d", label).isGreaterThan(100);
            assertThat(mean(frame)).as("label %d", label).isBetween(0.5, 140.0);
        }
    }

    @Test
    void inkIsAsLargeAsAskedFor() {
        var random = new Random(5);
        for (int i = 0; i < 100; i++) {
            var ink = drawn.ink(i % 10, Hand.any(random), 90, random);
            assertThat(Math.max(ink.width(), ink.height())).isEqualTo(90);
        }
    }

    @Test
    void drawsThousandsOfFramesASecond() {
        var random = new Random(1);
        IntStream.range(0, 20_000).forEach(i -> drawn.digit(i % 10, random));
        long start = System.nanoTime();
        IntStream.range(0, 20_000).forEach(i -> drawn.digit(i % 10, random));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("stroke digits: %.0f frames a second%n", 20_000 / seconds);
        assertThat(seconds).isLessThan(60);
    }

    private static int darkest(DigitFrame frame) {
        return IntStream.range(0, 784).map(i -> frame.pixels()[i] & 0xff).max().orElseThrow();
    }

    private static double mean(DigitFrame frame) {
        return IntStream.range(0, 784)
                .map(i -> frame.pixels()[i] & 0xff)
                .average()
                .orElseThrow();
    }
}
