package org.numberreader.segmentation.rule;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.numberreader.segmentation.ink.Ink;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * Takes ruled and squared lines out of the ink. Only what is as thin as the line goes: where a stroke crosses or lies
 * on it the run of ink is longer, and stays whole.
 */
public final class RuledLines {
    /** A horizontal line is longer than any digit's stroke: in widths of the picture, or higher than it, */
    private static final double SHORTEST = 0.35;

    /** and in widths of a stroke. */
    private static final double SHORTEST_STROKES = 20;

    /** A vertical line goes through the whole picture, and is thinner than the pen: a 1 is neither, */
    private static final double WHOLE = 0.9;

    private static final double THIN = 0.7;

    /** unless there are horizontal ones: squared paper has lines of one thickness both ways, but for a pixel at the edge. */
    private static final double ALIKE = 1.4;

    /** Where one line is as dark as ink, others may be fainter: as shares of the edge of ink. */
    private static final double FAINT = 0.45;

    /** How far from parallel lines are in a photo taken from the side, rows a column. */
    private static final double PARALLEL = 0.06;

    private RuledLines() {}

    /**
     * The ink without the lines; the same where there are none.
     *
     * @param edge the darkness from which a pixel is ink, 0 to 255
     */
    public static Ink erased(Ink ink, double edge) {
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
            double thickest = 1.6 * ink.strokeWidth() + 1;
            var horizontal = new LineTracer(columns, width, height, thickest);
            var rails = parallel(horizontal, shortest);
            double thickness = rails.stream()
                    .mapToDouble(LineTracer.Trace::thickness)
                    .max()
                    .orElse(0);
            var posts = Posts.of(rails, rows, width, height);
            Clearing horizontally = (x, y) -> pixels[y * width + x] = 0;
            erase(horizontal, rails, horizontally);
            if (!rails.isEmpty()) {
                Mat left = mats.of(new GrayImage(width, height, pixels));
                Imgproc.threshold(left, left, FAINT * edge, 255, Imgproc.THRESH_BINARY);
                Core.transpose(left, left);
                var fainter = new LineTracer(Mats.picture(left).pixels(), width, height, thickest);
                erase(fainter, parallel(fainter, shortest, longest(rails).slope()), horizontally);
            }
            double thin = Math.max(THIN * ink.strokeWidth(), alike(thickness));
            var vertical = new LineTracer(rows, height, width, thin);
            var through = vertical.traces((int) (WHOLE * height));
            erase(vertical, through, (y, x) -> pixels[y * width + x] = 0);
            erase(vertical, posts, (y, x) -> pixels[y * width + x] = 0);
            if (rails.isEmpty() && through.isEmpty()) {
                return ink;
            }
        }
        return new Ink(new GrayImage(width, height, pixels), ink.strokeWidth(), ink.scale());
    }

    /** The lines of a page are parallel: once one is known, the others are found more surely, and bars of digits are none. */
    private static List<LineTracer.Trace> parallel(LineTracer tracer, int shortest) {
        var found = tracer.traces(shortest);
        return found.isEmpty()
                ? found
                : parallel(tracer, shortest, longest(found).slope());
    }

    private static LineTracer.Trace longest(List<LineTracer.Trace> lines) {
        return Collections.max(
                lines, Comparator.comparingInt(line -> line.runs().size()));
    }

    private static List<LineTracer.Trace> parallel(LineTracer tracer, int shortest, double slope) {
        return tracer.leaning(slope).traces(shortest).stream()
                .filter(line -> Math.abs(line.slope() - slope) < PARALLEL)
                .toList();
    }

    private static double alike(double thickness) {
        return thickness == 0 ? 0 : Math.max(ALIKE * thickness, thickness + 1);
    }

    private interface Clearing {
        void clear(int row, int column);
    }

    private static void erase(LineTracer tracer, List<LineTracer.Trace> traces, Clearing clearing) {
        for (var trace : traces) {
            double thickness = trace.thickness();
            int rim = (int) Math.ceil(1 + thickness / 3);
            for (var run : trace.runs()) {
                if (run.length() <= 1.6 * thickness + 1) {
                    clear(tracer, run, rim, clearing);
                }
            }
        }
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
