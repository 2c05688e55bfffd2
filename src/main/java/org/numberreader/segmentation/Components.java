package org.numberreader.segmentation;

import java.util.ArrayList;
import java.util.List;
import org.numberreader.image.Box;
import org.numberreader.image.Mats;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** The connected parts of a picture's ink, and which pixel belongs to which. */
final class Components {
    private static final int STATISTICS = 5;

    private final int width;
    private final int[] labels;
    private final List<Component> all;

    private Components(int width, int[] labels, List<Component> all) {
        this.width = width;
        this.labels = labels;
        this.all = all;
    }

    /** @param edge the darkness from which a pixel is ink, 0 to 255 */
    static Components of(Ink ink, double edge) {
        try (var mats = new Mats()) {
            Mat mask = mats.create();
            Imgproc.threshold(mats.of(ink.darkness()), mask, edge, 255, Imgproc.THRESH_BINARY);
            Mat labels = mats.create();
            Mat statistics = mats.create();
            int count = Imgproc.connectedComponentsWithStats(mask, labels, statistics, mats.create());
            var pixels = new int[mask.rows() * mask.cols()];
            labels.get(0, 0, pixels);
            var values = new int[count * STATISTICS];
            statistics.get(0, 0, values);
            var all = new ArrayList<Component>();
            for (int label = 1; label < count; label++) { // 0 is the paper
                int at = label * STATISTICS;
                var box = new Box(values[at], values[at + 1], values[at + 2], values[at + 3]);
                all.add(new Component(label, box, values[at + 4]));
            }
            return new Components(mask.cols(), pixels, all);
        }
    }

    List<Component> all() {
        return all;
    }

    /** The label of the component at a place, 0 for paper. */
    int at(int x, int y) {
        return labels[y * width + x];
    }
}
