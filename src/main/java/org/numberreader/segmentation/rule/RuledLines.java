package org.numberreader.segmentation.rule;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.numberreader.image.GrayImage;
import org.numberreader.segmentation.ink.Ink;

/**
 * Takes ruled and squared lines out of the ink. Only what is as thin as the line goes: where a stroke crosses or lies
 * on it the run of ink is longer, and stays whole.
 */
public final class RuledLines {
    /** A horizontal line is longer than any digit's stroke: in widths of the picture, or higher than it, */
    private static final double SHORTEST = 0.35;

    /** and in widths of a stroke. */
    private static final double SHORTEST_STROKES = 20;

    /** How far from parallel lines are in a photo taken from the side, rows a column. */
    private static final double PARALLEL = 0.06;

    /** Where one line is as dark as ink, others may be fainter: as shares of the edge of ink. */
    private static final double FAINT = 0.45;

    /** A vertical line goes through the whole picture, and is thinner than the pen: a 1 is neither, */
    private static final double WHOLE = 0.9;

    private static final double THIN = 0.7;

    /** unless there are horizontal ones: squared paper has lines of one thickness both ways, but for a pixel at the edge. */
    private static final double ALIKE = 1.4;

    private final int width;
    private final int height;
    private final double strokeWidth;
    private final byte[] pixels;

    private RuledLines(Ink ink) {
        this.width = ink.darkness().width();
        this.height = ink.darkness().height();
        this.strokeWidth = ink.strokeWidth();
        this.pixels = ink.darkness().pixels().clone();
    }

    /**
     * The ink without the lines; the same where there are none.
     *
     * @param mask of this ink
     * @param edge the darkness from which a pixel is ink, 0 to 255, as of the mask
     */
    public static Ink erased(Ink ink, InkMask mask, double edge) {
        var lines = new RuledLines(ink);
        if (!lines.erase(mask, edge)) {
            return ink;
        }
        return new Ink(lines.darkness(), ink.strokeWidth(), ink.scale());
    }

    /** Clears the pixels of all lines, and tells whether there were any. */
    private boolean erase(InkMask mask, double edge) {
        var rails = parallel(horizontal(mask));
        var posts = Posts.of(rails, mask.rows(), width, height);
        erase(mask, false, rails);
        if (!rails.isEmpty()) {
            var faint = InkMask.of(darkness(), FAINT * edge);
            erase(faint, false, parallel(horizontal(faint), longest(rails).slope()));
        }
        var through = mask.uprights(Math.max(THIN * strokeWidth, alike(rails))).traces((int) (WHOLE * height));
        erase(mask, true, through);
        erase(mask, true, posts);
        return !rails.isEmpty() || !through.isEmpty();
    }

    /** What is left. */
    private GrayImage darkness() {
        return new GrayImage(width, height, pixels);
    }

    private LineTracer horizontal(InkMask mask) {
        return mask.horizontals(LineTracer.longestRun(strokeWidth));
    }

    /** The lines of a page are parallel: once one is known, the others are found more surely, and bars of digits are none. */
    private List<LineTracer.Trace> parallel(LineTracer tracer) {
        var found = tracer.traces(shortest());
        return found.isEmpty() ? found : parallel(tracer, longest(found).slope());
    }

    private List<LineTracer.Trace> parallel(LineTracer tracer, double slope) {
        return tracer.leaning(slope).traces(shortest()).stream()
                .filter(line -> Math.abs(line.slope() - slope) < PARALLEL)
                .toList();
    }

    private int shortest() {
        int longer = (int) Math.min(SHORTEST * width, WHOLE * height);
        return (int) Math.max(longer, SHORTEST_STROKES * strokeWidth);
    }

    private static LineTracer.Trace longest(List<LineTracer.Trace> lines) {
        return Collections.max(
                lines, Comparator.comparingInt(line -> line.runs().size()));
    }

    /** How thick lines may be that cross these. */
    private static double alike(List<LineTracer.Trace> lines) {
        return lines.stream()
                .mapToDouble(LineTracer.Trace::thickness)
                .map(thickness -> Math.max(ALIKE * thickness, thickness + 1))
                .max()
                .orElse(0);
    }

    private void erase(InkMask mask, boolean upright, List<LineTracer.Trace> traces) {
        for (var trace : traces) {
            double thickness = trace.thickness();
            trace.runs().stream()
                    .filter(run -> run.length() <= LineTracer.longestRun(thickness))
                    .forEach(run -> mask.clear(pixels, upright, run, thickness));
        }
    }
}
