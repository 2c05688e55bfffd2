package org.numberreader.segmentation.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

class RunsTest {
    private static final int EDGE = 114;

    private final Random random = new Random(3);

    @Test
    void labelsAsOpenCvDoes() {
        for (int round = 0; round < 600; round++) {
            int width = 1 + random.nextInt(40);
            int height = 1 + random.nextInt(40);
            var darkness = new GrayImage(width, height, pixels(width * height, random.nextDouble()));

            var labels = new int[width * height];
            var found = new Runs(darkness, EDGE).label(labels);

            var expected = new int[width * height];
            assertThat(found).as("parts of round %d", round).isEqualTo(byOpenCv(darkness, expected));
            assertThat(labels).as("labels of round %d", round).isEqualTo(expected);
        }
    }

    /** Paper, ink, and what is not dark enough. */
    private byte[] pixels(int count, double ink) {
        var pixels = new byte[count];
        for (int i = 0; i < count; i++) {
            boolean inked = random.nextDouble() < ink;
            pixels[i] = (byte) (inked ? EDGE - 1 + random.nextInt(256 - EDGE) : 0);
        }
        return pixels;
    }

    private static List<Component> byOpenCv(GrayImage darkness, int[] labels) {
        try (var mats = new Mats()) {
            Mat mask = mats.create();
            Imgproc.threshold(mats.of(darkness), mask, EDGE, 255, Imgproc.THRESH_BINARY);
            Mat labelled = mats.create();
            Mat statistics = mats.create();
            int count = Imgproc.connectedComponentsWithStats(mask, labelled, statistics, mats.create());
            labelled.get(0, 0, labels);
            var all = new ArrayList<Component>();
            for (int label = 1; label < count; label++) {
                var of = new int[5];
                statistics.get(label, 0, of);
                all.add(new Component(label, new Box(of[0], of[1], of[2], of[3]), of[4]));
            }
            return all;
        }
    }
}
