package org.numberreader.segmentation;

import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * Takes ruled and squared lines out of the ink. Only what is as thin as the line goes: where a stroke crosses or lies
 * on it the run of ink is longer, and stays whole.
 */
final class RuledLines {
    /** A horizontal line is longer than any digit's stroke: in widths of the picture, or higher than it, */
    private static final double SHORTEST = 0.35;

    /** and in widths of a stroke. */
    private static final double SHORTEST_STROKES = 20;

    /** A vertical line goes through the whole picture, and is thinner than the pen: a 1 is neither, */
    private static final double WHOLE = 0.9;

    private static final double THIN = 0.7;

    /** unless there are horizontal ones: squared paper has lines of one thickness both ways. */
    private static final double ALIKE = 1.4;

    private RuledLines() {}

    /**
     * The ink without the lines; the same where there are none.
     *
     * @param edge the darkness from which a pixel is ink, 0 to 255
     */
    static Ink erased(Ink ink, double edge) {
        int width = ink.darkness().width();
        int height = ink.darkness().height();
        byte[] pixels = ink.darkness().pixels().clone();
        try (var mats = new Mats()) {
            Mat mask = mats.of(ink.darkness());
            Imgproc.threshold(mask, mask, edge, 255, Imgproc.THRESH_BINARY);
            byte[] rows = Mats.picture(mask).pixels();
            Core.transpose(mask, mask);
            byte[] columns = Mats.picture(mask).pixels();
            int longer = (int) Math.min(SHORTEST * width, WHOLE * height);
            int shortest = (int) Math.max(longer, SHORTEST_STROKES * ink.strokeWidth());
            var horizontal = new LineTracer(columns, width, height, 1.6 * ink.strokeWidth() + 1);
            double thickness = erase(horizontal, shortest, (x, y) -> {
                pixels[y * width + x] = 0;
                rows[y * width + x] = 0;
            });
            double thin = Math.max(THIN * ink.strokeWidth(), ALIKE * thickness);
            var vertical = new LineTracer(rows, height, width, thin);
            double upright = erase(vertical, (int) (WHOLE * height), (y, x) -> pixels[y * width + x] = 0);
            if (thickness == 0 && upright == 0) {
                return ink;
            }
        }
        return new Ink(new GrayImage(width, height, pixels), ink.strokeWidth(), ink.scale());
    }

    private interface Clearing {
        void clear(int row, int column);
    }

    /** The thickness of the thickest line, in pixels; 0 where there is none. */
    private static double erase(LineTracer tracer, int shortest, Clearing clearing) {
        double thickest = 0;
        for (var trace : tracer.traces(shortest)) {
            double thickness = trace.thickness();
            thickest = Math.max(thickest, thickness);
            int rim = (int) Math.ceil(1 + thickness / 3);
            for (var run : trace.runs()) {
                if (run.length() <= 1.6 * thickness + 1) {
                    clear(tracer, run, rim, clearing);
                }
            }
        }
        return thickest;
    }

    /** Removes a run and the grey rim beside it. */
    private static void clear(LineTracer tracer, LineTracer.Run run, int rim, Clearing clearing) {
        for (int column = run.from() - rim; column < run.to() + rim; column++) {
            boolean own = column >= run.from() && column < run.to();
            if (own || tracer.isPaper(run.row(), column)) {
                clearing.clear(run.row(), column);
            }
        }
    }
}
