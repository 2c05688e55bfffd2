package org.numberreader.segmentation;

import java.util.ArrayList;
import java.util.List;
import org.numberreader.image.Box;
import org.numberreader.segmentation.ink.Ink;
import org.numberreader.segmentation.mark.Component;
import org.numberreader.segmentation.mark.Components;
import org.numberreader.segmentation.mark.LineFinder;
import org.numberreader.segmentation.mark.Seams;

/** Over-segments a line: cuts wide marks where digits may touch, and joins neighbouring pieces to candidates. */
final class LineCutter {
    /** A mark this much wider than the line is high may be two digits. */
    private static final double WIDE = 0.72;

    /** A candidate of several pieces is at most this much wider than the line is high. */
    private static final double WIDEST = 1.25;

    /** Pieces of different marks are joined across at most this gap, in heights of the line. */
    private static final double GAP = 0.12;

    private static final int MOST_PIECES = 4;

    /** Pieces of less than a stroke's beginning are left where they are. */
    private final double leastArea;

    private final Components components;
    private final Seams seams;
    private final GlyphMaker maker;

    LineCutter(Ink ink, Components components) {
        this.leastArea = 1.5 * ink.strokeWidth() * ink.strokeWidth();
        this.components = components;
        this.seams = new Seams(ink);
        this.maker = new GlyphMaker(ink, components);
    }

    /** A piece of ink, and which of the line's marks it is of. */
    private record Piece(int mark, List<Component> parts) {
        Box box() {
            return LineFinder.box(parts);
        }
    }

    /** The line with all its candidates. */
    Line line(List<List<Component>> marks) {
        double height = height(marks);
        var pieces = new ArrayList<Piece>();
        for (int mark = 0; mark < marks.size(); mark++) {
            for (var parts : cut(marks.get(mark), height)) {
                pieces.add(new Piece(mark, parts));
            }
        }
        var glyphs = new ArrayList<Glyph>();
        for (int from = 0; from < pieces.size(); from++) {
            candidates(pieces, from, height, glyphs);
        }
        List<Box> boxes =
                pieces.stream().map(piece -> maker.inPicture(piece.box())).toList();
        int lineHeight = maker.inPicture(new Box(0, 0, 1, (int) height)).height();
        return new Line(boxes.stream().reduce(Box::union).orElseThrow(), lineHeight, boxes, glyphs);
    }

    private void candidates(List<Piece> pieces, int from, double height, List<Glyph> glyphs) {
        var parts = new ArrayList<Component>();
        for (int to = from + 1; to <= pieces.size(); to++) {
            var last = pieces.get(to - 1);
            boolean apart = to > from + 1 && isApart(pieces.get(to - 2), last, height);
            parts.addAll(last.parts());
            boolean whole = isWhole(pieces, from, to);
            boolean tooWide = to > from + 1 && LineFinder.box(parts).width() > WIDEST * height;
            if (apart || (tooWide && pieces.get(from).mark() != last.mark())) {
                return;
            }
            if (whole || (!tooWide && to - from <= MOST_PIECES)) {
                glyphs.add(maker.glyph(from, to, whole, cuts(pieces, from, to), parts));
            }
        }
    }

    private static boolean isApart(Piece left, Piece right, double height) {
        return left.mark() != right.mark() && right.box().x() - left.box().right() > GAP * height;
    }

    private static boolean isWhole(List<Piece> pieces, int from, int to) {
        int mark = pieces.get(from).mark();
        return pieces.get(to - 1).mark() == mark
                && (from == 0 || pieces.get(from - 1).mark() != mark)
                && (to == pieces.size() || pieces.get(to).mark() != mark);
    }

    private static int cuts(List<Piece> pieces, int from, int to) {
        boolean left =
                from > 0 && pieces.get(from - 1).mark() == pieces.get(from).mark();
        boolean right = to < pieces.size()
                && pieces.get(to).mark() == pieces.get(to - 1).mark();
        return (left ? 1 : 0) + (right ? 1 : 0);
    }

    private List<List<Component>> cut(List<Component> mark, double height) {
        Box box = LineFinder.box(mark);
        if (box.width() < WIDE * height) {
            return List.of(mark);
        }
        var found = seams.within(box, height);
        return found.isEmpty() ? List.of(mark) : components.cut(mark, box, found, leastArea);
    }

    /** The height of the line's middle mark. */
    private static double height(List<List<Component>> marks) {
        return marks.stream()
                .mapToInt(mark -> LineFinder.box(mark).height())
                .sorted()
                .skip(marks.size() / 2)
                .findFirst()
                .orElse(1);
    }
}
