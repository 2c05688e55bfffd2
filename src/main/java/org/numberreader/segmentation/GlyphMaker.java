package org.numberreader.segmentation;

import java.util.BitSet;
import java.util.List;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.segmentation.ink.Ink;
import org.numberreader.segmentation.mark.Component;
import org.numberreader.segmentation.mark.Components;
import org.numberreader.segmentation.mark.LineFinder;

/** Cuts glyphs out of the ink: their own components' pixels with their soft edge, and nothing of their neighbours. */
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
        BitSet own = Components.labels(parts);
        var mask = new byte[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            for (int x = 0; x < box.width(); x++) {
                if (own.get(components.at(box.x() + x, box.y() + y))) {
                    mask[y * box.width() + x] = (byte) 255;
                }
            }
        }
        double back = 1 / ink.scale();
        var outline = new Outline(new GrayImage(box.width(), box.height(), mask), box.x(), box.y(), back);
        return new Glyph(from, to, whole, cuts, box.scaled(back), ink(mask, box), outline);
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

    /** Where a pixel of the mask is at most a rim away in both directions: first along the rows, then along the columns. */
    private boolean[] near(byte[] mask, int width, int height) {
        var along = new boolean[mask.length];
        for (int y = 0; y < height; y++) {
            int start = y * width;
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
