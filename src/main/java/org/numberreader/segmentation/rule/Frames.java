package org.numberreader.segmentation.rule;

import java.util.List;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.segmentation.ink.Ink;
import org.numberreader.segmentation.mark.Component;
import org.numberreader.segmentation.mark.Components;

/** Takes away frames drawn or printed around digits, as on forms, that do not touch what is in them. */
public final class Frames {
    /** A frame's ink lies along its box' sides: a leaning one's within this share of them, and a stroke. */
    private static final double LEANING = 0.12;

    /** So much of a frame's ink does; the rest is what touches it. */
    private static final double ALONG = 0.8;

    /** A frame that broke somewhere still has so much of each side. */
    private static final double CLOSED = 0.6;

    /** Rows and columns of a mark that are looked at. */
    private static final int LOOKED_AT = 64;

    /** A frame's shorter side, in widths of its stroke: two of it and a digit's stroke between them. */
    private static final double ROOMY = 4;

    /** What is in a frame has at least this share of its height. */
    private static final double INSIDE = 0.25;

    private final Ink ink;
    private final Components components;
    private final double strokeWidth;

    /** @param components of this ink */
    public Frames(Ink ink, Components components) {
        this.ink = ink;
        this.components = components;
        this.strokeWidth = ink.strokeWidth();
    }

    /** The ink without the frames and their soft edges; the same where there are none. */
    public Ink erased() {
        var frames = components.all().stream()
                .filter(mark -> isFrame(mark, components.all()))
                .toList();
        if (frames.isEmpty()) {
            return ink;
        }
        var darkness = ink.darkness();
        byte[] pixels = darkness.pixels().clone();
        frames.forEach(frame -> erase(frame, pixels));
        return new Ink(new GrayImage(darkness.width(), darkness.height(), pixels), ink.strokeWidth(), ink.scale());
    }

    private void erase(Component frame, byte[] pixels) {
        int width = ink.darkness().width();
        int rim = (int) Math.ceil(1 + strokeWidth / 3);
        Box box = frame.box();
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                if (components.at(x, y) == frame.label()) {
                    clear(pixels, width, x, y, rim);
                }
            }
        }
    }

    /** Clears a pixel and the paper around it. */
    private void clear(byte[] pixels, int width, int x, int y, int rim) {
        int height = pixels.length / width;
        for (int row = Math.max(0, y - rim); row <= Math.min(height - 1, y + rim); row++) {
            for (int column = Math.max(0, x - rim); column <= Math.min(width - 1, x + rim); column++) {
                int label = components.at(column, row);
                if (label == 0 || row == y && column == x) {
                    pixels[row * width + column] = 0;
                }
            }
        }
    }

    private boolean isFrame(Component mark, List<Component> marks) {
        Box box = mark.box();
        boolean thin = mark.area() < 3 * strokeWidth * (box.width() + box.height());
        boolean roomy = Math.min(box.width(), box.height()) > ROOMY * strokeWidth;
        // The dearest last: a page may have thousands of marks, and a mark millions of pixels around it.
        return thin
                && roomy
                && isClosed(mark)
                && marks.stream().anyMatch(other -> isIn(other.box(), box))
                && isAlongSides(mark);
    }

    private static boolean isIn(Box inner, Box box) {
        return inner.height() > INSIDE * box.height()
                && inner.x() > box.x()
                && inner.right() < box.right()
                && inner.y() > box.y()
                && inner.bottom() < box.bottom();
    }

    /**
     * Whether most rows have ink at the left and at the right, and most columns above and below: a 7 has two sides only.
     * Of a large mark some rows and columns tell, and leave little to look at as a whole.
     */
    private boolean isClosed(Component mark) {
        Box box = mark.box();
        double rim = rim(box);
        int left = 0;
        int right = 0;
        int rows = 0;
        for (int y = box.y(); y < box.bottom(); y += step(box.height())) {
            left += has(mark, box.x(), y, rim, 1, 0) ? 1 : 0;
            right += has(mark, box.right() - 1, y, rim, -1, 0) ? 1 : 0;
            rows++;
        }
        int above = 0;
        int below = 0;
        int columns = 0;
        for (int x = box.x(); x < box.right(); x += step(box.width())) {
            above += has(mark, x, box.y(), rim, 0, 1) ? 1 : 0;
            below += has(mark, x, box.bottom() - 1, rim, 0, -1) ? 1 : 0;
            columns++;
        }
        return Math.min(left, right) > CLOSED * rows && Math.min(above, below) > CLOSED * columns;
    }

    private static int step(int side) {
        return Math.max(1, side / LOOKED_AT);
    }

    /** How far from its box' sides a frame's ink may be. */
    private double rim(Box box) {
        return strokeWidth + LEANING * Math.min(box.width(), box.height());
    }

    /** Whether there is ink of a mark at a place or within the rim behind it. */
    private boolean has(Component mark, int x, int y, double rim, int stepX, int stepY) {
        for (int i = 0; i <= rim; i++) {
            if (components.at(x + i * stepX, y + i * stepY) == mark.label()) {
                return true;
            }
        }
        return false;
    }

    private boolean isAlongSides(Component mark) {
        Box box = mark.box();
        double rim = rim(box);
        int along = 0;
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                if (components.at(x, y) == mark.label()) {
                    int nearest = Math.min(
                            Math.min(x - box.x(), box.right() - 1 - x), Math.min(y - box.y(), box.bottom() - 1 - y));
                    along += nearest <= rim ? 1 : 0;
                }
            }
        }
        return along > ALONG * mark.area();
    }
}
