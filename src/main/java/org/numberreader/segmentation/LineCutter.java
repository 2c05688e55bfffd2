package org.numberreader.segmentation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.Box;
import org.numberreader.segmentation.ink.Ink;
import org.numberreader.segmentation.mark.Component;
import org.numberreader.segmentation.mark.Components;
import org.numberreader.segmentation.mark.LineFinder;
import org.numberreader.segmentation.mark.Seam;
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

    /** The line as it is: each mark is one piece. */
    Line plain(List<List<Component>> marks) {
        return line(marks, new BitSet(), null);
    }

    /**
     * The line with all its candidates.
     *
     * @param doubted the marks that are cut, if they are wide
     * @param plain the same line as it is: its glyphs are not made again
     */
    Line cut(List<List<Component>> marks, BitSet doubted, Line plain) {
        return isAnyWide(marks, doubted) ? line(marks, doubted, plain) : plain;
    }

    /** A piece of ink, which of the line's marks it is of, and where it was cut off the piece before. */
    private record Piece(
            int mark, List<Component> parts, @Nullable Seam begin) {
        Box box() {
            return LineFinder.box(parts);
        }
    }

    private Line line(List<List<Component>> marks, BitSet doubted, @Nullable Line plain) {
        double height = height(marks);
        var pieces = new ArrayList<Piece>();
        for (int mark = 0; mark < marks.size(); mark++) {
            var cut = doubted.get(mark) ? cut(marks.get(mark), height) : uncut(marks.get(mark));
            for (int i = 0; i < cut.pieces().size(); i++) {
                pieces.add(new Piece(
                        mark, cut.pieces().get(i), i == 0 ? null : cut.seams().get(i - 1)));
            }
        }
        var made = new HashMap<Span, Glyph>();
        if (plain != null) {
            plain.glyphs().forEach(glyph -> made.put(new Span(glyph.from(), glyph.to()), glyph));
        }
        var glyphs = new ArrayList<Glyph>();
        for (int from = 0; from < pieces.size(); from++) {
            candidates(pieces, from, height, made, glyphs);
        }
        List<Box> boxes =
                pieces.stream().map(piece -> maker.inPicture(piece.box())).toList();
        int lineHeight = maker.inPicture(new Box(0, 0, 1, (int) height)).height();
        return new Line(boxes.stream().reduce(Box::union).orElseThrow(), lineHeight, boxes, glyphs);
    }

    /** Neighbouring marks, from the first to the one behind the last. */
    private record Span(int from, int to) {}

    private void candidates(List<Piece> pieces, int from, double height, Map<Span, Glyph> made, List<Glyph> glyphs) {
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
                var before = cutBefore(pieces, from);
                var behind = cutBefore(pieces, to);
                int cuts = (before == null ? 0 : 1) + (behind == null ? 0 : 1);
                var known = cuts == 0 ? made.get(new Span(pieces.get(from).mark(), last.mark() + 1)) : null;
                var glyph = known != null ? known.over(from, to) : maker.glyph(from, to, whole, cuts, parts);
                glyphs.add(glyph);
                if (before != null) {
                    maker.sharing(glyph, parts, pieces.get(from - 1).parts(), before)
                            .ifPresent(glyphs::add);
                }
                if (behind != null) {
                    maker.sharing(glyph, parts, pieces.get(to).parts(), behind).ifPresent(glyphs::add);
                }
            }
        }
    }

    private static boolean isApart(Piece left, Piece right, double height) {
        return left.mark() != right.mark() && right.box().x() - left.box().right() > GAP * height;
    }

    private static boolean isWhole(List<Piece> pieces, int from, int to) {
        return pieces.get(to - 1).mark() == pieces.get(from).mark()
                && cutBefore(pieces, from) == null
                && cutBefore(pieces, to) == null;
    }

    /** Where the piece at a place was cut off the one before, if it was. */
    private static @Nullable Seam cutBefore(List<Piece> pieces, int at) {
        return at < pieces.size() ? pieces.get(at).begin() : null;
    }

    private static Components.Cut uncut(List<Component> mark) {
        return new Components.Cut(List.of(mark), List.of());
    }

    private Components.Cut cut(List<Component> mark, double height) {
        if (!isWide(mark, height)) {
            return uncut(mark);
        }
        Box box = LineFinder.box(mark);
        return components.cut(mark, box, seams.within(box, height), leastArea);
    }

    private static boolean isAnyWide(List<List<Component>> marks, BitSet doubted) {
        double height = height(marks);
        return doubted.stream().anyMatch(mark -> isWide(marks.get(mark), height));
    }

    private static boolean isWide(List<Component> mark, double height) {
        return LineFinder.box(mark).width() >= WIDE * height;
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
