package org.numberreader.segmentation;

import java.util.BitSet;
import java.util.List;
import org.numberreader.image.GrayImage;
import org.numberreader.segmentation.ink.FaintStrokes;
import org.numberreader.segmentation.ink.Ink;
import org.numberreader.segmentation.ink.InkConfig;
import org.numberreader.segmentation.ink.InkFinder;
import org.numberreader.segmentation.mark.Components;
import org.numberreader.segmentation.mark.LineFinder;
import org.numberreader.segmentation.rule.Boxes;
import org.numberreader.segmentation.rule.Frames;
import org.numberreader.segmentation.rule.InkMask;
import org.numberreader.segmentation.rule.RuledLines;

/** Finds ink and the lines of candidate glyphs in it; does not decide what a digit is. */
public final class Segmenter {
    private final InkConfig config;
    private final InkFinder inkFinder;

    public Segmenter(InkConfig config) {
        this.config = config;
        this.inkFinder = new InkFinder(config);
    }

    /**
     * The lines of writing in a picture, from top to bottom, with all that could be cut.
     *
     * @param picture dark on light
     */
    public Segmented lines(GrayImage picture) {
        return plain(picture).cut(Segmenter::all);
    }

    /**
     * The same lines before anything is cut.
     *
     * @param picture dark on light
     */
    public PlainLines plain(GrayImage picture) {
        long start = System.nanoTime();
        var ink = inkFinder.find(picture);
        double millis = millisSince(start);
        return ink.map(found -> plain(found, millis)).orElseGet(() -> new PlainLines(millis));
    }

    /**
     * Whether a picture's strokes are broad enough, so that a larger one of the same is not needed.
     *
     * @param picture dark on light
     * @see InkFinder#isLargeEnough
     */
    public boolean isLargeEnough(GrayImage picture) {
        return inkFinder.isLargeEnough(picture);
    }

    private static BitSet all(Line plain) {
        var marks = new BitSet();
        marks.set(0, plain.pieces().size());
        return marks;
    }

    /**
     * All ink of a picture as one line of one glyph.
     *
     * @param picture dark on light
     * @return no line if there is no ink
     */
    public Segmented whole(GrayImage picture) {
        long start = System.nanoTime();
        var ink = inkFinder.find(picture);
        double millis = millisSince(start);
        return ink.map(found -> whole(found, millis)).orElseGet(() -> nothing(millis));
    }

    private PlainLines plain(Ink found, double inkMillis) {
        long start = System.nanoTime();
        double edge = 255 * config.edge();
        // Boxes and frames first: of one whose upper and lower side went as ruled lines two strokes would be left.
        var mask = InkMask.of(found, edge);
        Ink unboxed = Boxes.erased(found, mask);
        var marked = Components.of(unboxed, edge);
        Ink unframed = new Frames(unboxed, marked).erased();
        Ink ink = RuledLines.erased(unframed, unframed.equals(found) ? mask : InkMask.of(unframed, edge), edge);
        var components = ink.equals(unboxed) ? marked : Components.of(ink, edge);
        var marks = new LineFinder(ink.strokeWidth()).lines(components.withoutBorders());
        return new PlainLines(marks, FaintStrokes.raised(ink), components, inkMillis, millisSince(start));
    }

    private Segmented whole(Ink ink, double inkMillis) {
        long start = System.nanoTime();
        var components = Components.of(ink, 255 * config.edge());
        Ink raised = FaintStrokes.raised(ink);
        double speck = ink.strokeWidth() * ink.strokeWidth();
        var parts =
                components.all().stream().filter(part -> part.area() > speck).toList();
        List<Line> lines = parts.isEmpty()
                ? List.of()
                : List.of(line(new GlyphMaker(raised, components).glyph(0, 1, true, 0, parts)));
        return new Segmented(lines, raised.darkness(), inkMillis, millisSince(start), 0);
    }

    private static Line line(Glyph glyph) {
        return new Line(glyph.box(), glyph.box().height(), List.of(glyph.box()), List.of(glyph));
    }

    private static Segmented nothing(double inkMillis) {
        return new Segmented(List.of(), null, inkMillis, 0, 0);
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
