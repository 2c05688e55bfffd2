package org.numberreader.segmentation;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.segmentation.ink.Ink;
import org.numberreader.segmentation.mark.Component;
import org.numberreader.segmentation.mark.Components;
import org.numberreader.segmentation.mark.LineFinder;
import org.numberreader.segmentation.mark.Seam;

/** Cuts glyphs out of the ink: their own components' pixels with their soft edge, and nothing of their neighbours but strokes they may
 * share. */
final class GlyphMaker {
    /** How near a cut a stroke may be of the digits on both sides, in widths of a stroke. */
    private static final double SHARED = 0.7;

    private final Ink ink;
    private final Components components;
    private final int rim;

    GlyphMaker(Ink ink, Components components) {
        this.ink = ink;
        this.components = components;
        this.rim = (int) Math.max(1, Math.round(ink.strokeWidth() / 4));
    }

    /** One glyph of these components, its box and outline in the pixels of the picture. */
    Glyph glyph(int from, int to, boolean whole, int cuts, List<Component> parts) {
        Box box = LineFinder.box(parts);
        byte[] mask = mask(box, Components.labels(parts));
        return new Glyph(from, to, whole, cuts, inPicture(box), ink(mask, box), outline(mask, box));
    }

    /**
     * A glyph that was cut off another, with what lies within most of a stroke's width of the cut on its other side: where
     * digits touch, one stroke may be of both.
     *
     * @param parts its components
     * @param beside those of what was cut off
     * @return nothing if there is nothing of the other so near
     */
    Optional<Glyph> sharing(Glyph plain, List<Component> parts, List<Component> beside, Seam seam) {
        Box both = LineFinder.box(parts).union(LineFinder.box(beside));
        byte[] mask = mask(both, Components.labels(parts));
        byte[] others = mask(both, Components.labels(beside));
        long reach = Math.max(1, Math.round(SHARED * ink.strokeWidth()));
        var rows = new BitSet();
        var columns = new BitSet();
        boolean shared = false;
        for (int i = 0; i < mask.length; i++) {
            int x = i % both.width();
            int y = i / both.width();
            if (others[i] != 0 && seam.distance(both.x() + x, both.y() + y) <= reach) {
                mask[i] = (byte) 255;
                shared = true;
            }
            if (mask[i] != 0) {
                rows.set(y);
                columns.set(x);
            }
        }
        if (!shared) {
            return Optional.empty();
        }
        int left = columns.nextSetBit(0);
        int top = rows.nextSetBit(0);
        var box = new Box(both.x() + left, both.y() + top, columns.length() - left, rows.length() - top);
        var cropped = new byte[box.width() * box.height()];
        for (int row = 0; row < box.height(); row++) {
            System.arraycopy(mask, (top + row) * both.width() + left, cropped, row * box.width(), box.width());
        }
        return Optional.of(new Glyph(
                plain.from(),
                plain.to(),
                false,
                plain.cuts(),
                inPicture(box),
                ink(cropped, box),
                outline(cropped, box)));
    }

    private Outline outline(byte[] mask, Box box) {
        return new Outline(new GrayImage(box.width(), box.height(), mask), box.x(), box.y(), 1 / ink.scale());
    }

    /** Where the pixels of a box have one of these labels. */
    private byte[] mask(Box box, BitSet labels) {
        var mask = new byte[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            for (int x = 0; x < box.width(); x++) {
                if (labels.get(components.at(box.x() + x, box.y() + y))) {
                    mask[y * box.width() + x] = (byte) 255;
                }
            }
        }
        return mask;
    }

    /** A box of the ink in the pixels of the picture. */
    Box inPicture(Box box) {
        return box.scaled(1 / ink.scale());
    }

    /** The darkness of its own pixels, and of the paper around them, where the strokes' grey edge runs out. */
    private GrayImage ink(byte[] mask, Box box) {
        boolean[] near = near(mask, box.width(), box.height());
        var pixels = new byte[mask.length];
        for (int i = 0; i < mask.length; i++) {
            if (near[i]) {
                int x = box.x() + i % box.width();
                int y = box.y() + i / box.width();
                if (mask[i] != 0 || components.at(x, y) == 0) {
                    pixels[i] = (byte) ink.darkness().at(x, y);
                }
            }
        }
        return new GrayImage(box.width(), box.height(), pixels);
    }

    /** Where a pixel of the mask is at most a rim away along its row. */
    private boolean[] along(byte[] mask, int width) {
        var along = new boolean[mask.length];
        for (int start = 0; start < mask.length; start += width) {
            for (int x = 0, until = 0; x < width; x++) {
                if (mask[start + x] != 0) {
                    int end = Math.min(width, x + rim + 1);
                    for (int i = Math.max(until, x - rim); i < end; i++) {
                        along[start + i] = true;
                    }
                    until = end;
                }
            }
        }
        return along;
    }

    /** Where a pixel of the mask is at most a rim away in both directions: first along the rows, then along the columns. */
    private boolean[] near(byte[] mask, int width, int height) {
        boolean[] along = along(mask, width);
        var near = new boolean[mask.length];
        for (int y = 0; y < height; y++) {
            int first = Math.max(0, y - rim);
            int last = Math.min(height - 1, y + rim);
            for (int x = 0; x < width; x++) {
                if (along[y * width + x]) {
                    for (int row = first; row <= last; row++) {
                        near[row * width + x] = true;
                    }
                }
            }
        }
        return near;
    }
}
