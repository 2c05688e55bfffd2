package org.numberreader.segmentation.mark;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.Box;
import org.numberreader.segmentation.ink.BorderInk;
import org.numberreader.segmentation.ink.Ink;

/** The connected parts of a picture's ink, and which pixel belongs to which. */
public final class Components {
    private final int width;
    private final int[] labels;
    private final List<Component> all;
    private int next;

    private Components(int width, int[] labels, List<Component> all) {
        this.width = width;
        this.labels = labels;
        this.all = all;
        this.next = all.size() + 1;
    }

    /** @param edge the darkness above which a pixel is ink, 0 to 255 */
    public static Components of(Ink ink, double edge) {
        var darkness = ink.darkness();
        var labels = new int[darkness.pixels().length];
        var all = new Runs(darkness, (int) Math.floor(edge)).label(labels);
        return new Components(darkness.width(), labels, all);
    }

    public List<Component> all() {
        return all;
    }

    /** All but those that run along the picture's border: the table beside a sheet, the edge of the next one. */
    public List<Component> withoutBorders() {
        var onBorder = new int[all.size() + 1];
        int height = labels.length / width;
        for (int x = 0; x < width; x++) {
            onBorder[at(x, 0)]++;
            onBorder[at(x, height - 1)]++;
        }
        for (int y = 1; y < height - 1; y++) {
            onBorder[at(0, y)]++;
            onBorder[at(width - 1, y)]++;
        }
        return all.stream()
                .filter(c -> onBorder[c.label()]
                        <= BorderInk.MOST * (c.box().width() + c.box().height()))
                .toList();
    }

    /**
     * Cuts a mark along paths; from then on its pixels belong to the pieces.
     *
     * @param box around the mark, whose rows the paths are given for
     * @param leastArea paths that would leave a smaller piece are not used
     * @return the pieces from left to right, each with its own new label
     */
    public Cut cut(List<Component> mark, Box box, List<Seam> seams, double leastArea) {
        BitSet own = labels(mark);
        var kept = new ArrayList<>(seams);
        int[] sliver = {-1};
        do {
            int[] areas = new int[kept.size() + 1];
            forEach(own, box, (x, y) -> areas[piece(kept, x, y)]++);
            sliver[0] = IntStream.range(0, areas.length)
                    .filter(piece -> areas[piece] < leastArea)
                    .findFirst()
                    .orElse(-1);
            if (sliver[0] >= 0 && !kept.isEmpty()) {
                kept.remove(Math.max(0, sliver[0] - 1));
            }
        } while (sliver[0] >= 0 && !kept.isEmpty());
        return new Cut(kept.isEmpty() ? List.of(mark) : relabelled(own, box, kept), List.copyOf(kept));
    }

    /** A mark's pieces, and the paths between them. */
    public record Cut(List<List<Component>> pieces, List<Seam> seams) {}

    private List<List<Component>> relabelled(BitSet own, Box box, List<Seam> seams) {
        int first = next;
        next += seams.size() + 1;
        var extents = new int[seams.size() + 1][];
        forEach(own, box, (x, y) -> {
            int piece = piece(seams, x, y);
            labels[y * width + x] = first + piece;
            extents[piece] = extended(extents[piece], x, y);
        });
        var pieces = new ArrayList<List<Component>>();
        for (int piece = 0; piece < extents.length; piece++) {
            int[] e = extents[piece];
            var extent = new Box(e[0], e[1], e[2] - e[0] + 1, e[3] - e[1] + 1);
            pieces.add(List.of(new Component(first + piece, extent, e[4])));
        }
        return pieces;
    }

    /** Which piece a pixel is of: how many paths are left of it. */
    private static int piece(List<Seam> seams, int x, int y) {
        int piece = 0;
        while (piece < seams.size() && seams.get(piece).isLeftOf(x, y)) {
            piece++;
        }
        return piece;
    }

    private void forEach(BitSet own, Box box, Pixel action) {
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                if (own.get(at(x, y))) {
                    action.at(x, y);
                }
            }
        }
    }

    private interface Pixel {
        public void at(int x, int y);
    }

    /** Left, top, right, bottom and count of the pixels so far. */
    private static int[] extended(int @Nullable [] extent, int x, int y) {
        if (extent == null) {
            return new int[] {x, y, x, y, 1};
        }
        extent[0] = Math.min(extent[0], x);
        extent[1] = Math.min(extent[1], y);
        extent[2] = Math.max(extent[2], x);
        extent[3] = Math.max(extent[3], y);
        extent[4]++;
        return extent;
    }

    /** The components' labels as a set. */
    public static BitSet labels(List<Component> components) {
        var labels = new BitSet();
        components.forEach(component -> labels.set(component.label()));
        return labels;
    }

    /** The label of the component at a place, 0 for paper. */
    public int at(int x, int y) {
        return labels[y * width + x];
    }
}
