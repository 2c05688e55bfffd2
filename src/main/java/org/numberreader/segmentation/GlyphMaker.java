package org.numberreader.segmentation;

import java.util.BitSet;
import java.util.List;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.segmentation.ink.Ink;
import org.numberreader.segmentation.mark.Component;
import org.numberreader.segmentation.mark.Components;
import org.numberreader.segmentation.mark.LineFinder;

/** Cuts glyphs out of the ink: their own components' pixels with their soft edge, and nothing of their neighbours but strokes they may
 * share. */
final class GlyphMaker {
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
     * A glyph that was cut off another, with what lies within a stroke's width of it there: where digits touch, one stroke may
     * be of both.
     *
     * @param parts its components
     * @param beside those of what was cut off
     */
    Glyph sharing(Glyph plain, List<Component> parts, List<Component> beside) {
        Box own = LineFinder.box(parts);
        Box other = LineFinder.box(beside);
        int reach = (int) Math.max(1, Math.round(ink.strokeWidth()));
        int left = Math.min(own.x(), Math.max(other.x(), own.x() - reach));
        int right = Math.max(own.right(), Math.min(other.right(), own.right() + reach));
        var wide = new Box(left, own.y(), right - left, own.height());
        byte[] mask = mask(wide, Components.labels(parts));
        byte[] others = mask(wide, Components.labels(beside));
        boolean[] near = along(mask, wide.width(), reach);
        var inked = new BitSet();
        for (int i = 0; i < mask.length; i++) {
            if (near[i] && others[i] != 0) {
                mask[i] = (byte) 255;
            }
            if (mask[i] != 0) {
                inked.set(i % wide.width());
            }
        }
        int first = inked.nextSetBit(0);
        var box = new Box(left + first, own.y(), inked.length() - first, own.height());
        byte[] cropped = columns(mask, wide.width(), first, inked.length());
        return new Glyph(
                plain.from(),
                plain.to(),
                false,
                plain.cuts(),
                inPicture(box),
                ink(cropped, box),
                outline(cropped, box));
    }

    /** Of a mask the columns from one to before another. */
    private static byte[] columns(byte[] mask, int width, int from, int to) {
        var columns = new byte[mask.length / width * (to - from)];
        for (int row = 0; row < mask.length / width; row++) {
            System.arraycopy(mask, row * width + from, columns, row * (to - from), to - from);
        }
        return columns;
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

    /** Where a pixel of the mask is at most so far away along its row. */
    private static boolean[] along(byte[] mask, int width, int reach) {
        var along = new boolean[mask.length];
        for (int start = 0; start < mask.length; start += width) {
            for (int x = 0, until = 0; x < width; x++) {
                if (mask[start + x] != 0) {
                    int end = Math.min(width, x + reach + 1);
                    for (int i = Math.max(until, x - reach); i < end; i++) {
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
        boolean[] along = along(mask, width, rim);
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
