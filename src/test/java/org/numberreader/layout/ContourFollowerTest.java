package org.numberreader.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.numberreader.image.Point;
import org.opencv.core.MatOfPoint;
import org.opencv.imgproc.Imgproc;

class ContourFollowerTest {
    /** From pixels that lie alone to a sheet with holes. */
    @ParameterizedTest
    @ValueSource(ints = {5, 30, 50, 70, 95})
    void findsWhatOpenCvFinds(int percent) {
        var random = new Random(percent);
        for (int i = 0; i < 300; i++) {
            var mask = noise(random, percent);
            var contours = byOpenCv(mask);
            int most = contours.stream().mapToInt(List::size).max().orElse(0);

            var longest = ContourFollower.longest(mask);

            // Parts within another's hole are no contours of their own for OpenCV, and may be the longest.
            if (longest.size() <= most) {
                assertThat(longest).hasSize(most);
            }
            if (contours.size() == 1 && longest.size() == most) {
                assertThat(longest).isEqualTo(contours.get(0));
            }
        }
    }

    @Test
    void goesAroundARectangleFromItsCornerAgainstTheClock() {
        var pixels = new byte[8 * 6];
        for (int y = 1; y <= 4; y++) {
            for (int x = 2; x <= 5; x++) {
                pixels[y * 8 + x] = 1;
            }
        }

        assertThat(ContourFollower.longest(new GrayImage(8, 6, pixels)))
                .containsExactly(new Point(2, 1), new Point(2, 4), new Point(5, 4), new Point(5, 1));
    }

    @Test
    void knowsPointsAndNothing() {
        assertThat(ContourFollower.longest(new GrayImage(1, 1, new byte[] {1}))).containsExactly(new Point(0, 0));
        assertThat(ContourFollower.longest(new GrayImage(2, 2, new byte[4]))).isEmpty();
    }

    private static GrayImage noise(Random random, int percent) {
        int width = 1 + random.nextInt(12);
        int height = 1 + random.nextInt(12);
        var pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (random.nextInt(100) < percent ? 255 : 0);
        }
        return new GrayImage(width, height, pixels);
    }

    private static List<List<Point>> byOpenCv(GrayImage mask) {
        try (var mats = new Mats()) {
            var found = new ArrayList<MatOfPoint>();
            Imgproc.findContours(
                    mats.of(mask), found, mats.create(), Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_SIMPLE);
            found.forEach(mats::own);
            return found.stream()
                    .map(contour -> contour.toList().stream()
                            .map(point -> new Point((int) point.x, (int) point.y))
                            .toList())
                    .sorted(Comparator.comparingInt(List::size))
                    .toList();
        }
    }
}
