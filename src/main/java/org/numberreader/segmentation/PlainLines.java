package org.numberreader.segmentation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.GrayImage;
import org.numberreader.segmentation.ink.Ink;
import org.numberreader.segmentation.mark.Component;
import org.numberreader.segmentation.mark.Components;

/** The lines of a picture with their marks as they are, and what it takes to cut those where digits may touch. */
public final class PlainLines {
    private final List<List<List<Component>>> marks;
    private final @Nullable LineCutter cutter;
    private final @Nullable GrayImage ink;
    private final double inkMillis;
    private final double linesMillis;
    private final List<Line> lines;
    private final double plainMillis;

    /**
     * @param marks of each line
     * @param ink what glyphs are cut out of: with pale strokes raised
     * @param components of the same ink before that, so that marks neither join nor grow by it
     */
    PlainLines(
            List<List<List<Component>>> marks, Ink ink, Components components, double inkMillis, double linesMillis) {
        long start = System.nanoTime();
        this.marks = marks;
        this.cutter = new LineCutter(ink, components);
        this.ink = ink.darkness();
        this.inkMillis = inkMillis;
        this.linesMillis = linesMillis;
        this.lines = marks.stream().map(cutter::plain).toList();
        this.plainMillis = millisSince(start);
    }

    /** No lines. */
    PlainLines(double inkMillis) {
        this.marks = List.of();
        this.cutter = null;
        this.ink = null;
        this.inkMillis = inkMillis;
        this.linesMillis = 0;
        this.lines = List.of();
        this.plainMillis = 0;
    }

    /** From top to bottom; each piece is a mark. */
    public List<Line> lines() {
        return lines;
    }

    /**
     * The lines with their wide marks cut into pieces, and the candidates of those.
     *
     * @param doubted of a line, the marks that may be no single digit: the others are left as they are
     */
    public Segmented cut(Function<Line, BitSet> doubted) {
        long start = System.nanoTime();
        var cut = new ArrayList<Line>(lines.size());
        for (int i = 0; i < lines.size() && cutter != null; i++) {
            cut.add(cutter.cut(marks.get(i), doubted.apply(lines.get(i)), lines.get(i)));
        }
        return new Segmented(cut, ink, inkMillis, linesMillis, plainMillis + millisSince(start));
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
