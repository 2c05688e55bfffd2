package org.numberreader.segmentation.rule;

import org.jspecify.annotations.Nullable;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.numberreader.segmentation.ink.Ink;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** Where a picture has ink, as bytes that are not 0, for whoever looks for lines in it. */
public final class InkMask {
    private final int width;
    private final int height;
    private final byte[] rows;
    private byte @Nullable [] columns;

    private InkMask(int width, int height, byte[] rows) {
        this.width = width;
        this.height = height;
        this.rows = rows;
    }

    /** @param edge the darkness from which a pixel is ink, 0 to 255 */
    public static InkMask of(Ink ink, double edge) {
        return of(ink.darkness(), edge);
    }

    static InkMask of(GrayImage darkness, double edge) {
        try (var mats = new Mats()) {
            Mat mask = mats.of(darkness);
            Imgproc.threshold(mask, mask, edge, 255, Imgproc.THRESH_BINARY);
            return new InkMask(
                    darkness.width(), darkness.height(), Mats.picture(mask).pixels());
        }
    }

    /** The same ink, from which some can be removed. */
    InkMask copy() {
        return new InkMask(width, height, rows.clone());
    }

    /** Whether there is ink at a place in the picture: rows are columns where lines are horizontal, as for {@link LineTracer}. */
    boolean isInk(boolean upright, int row, int column) {
        int at = at(upright, row, column);
        return at >= 0 && rows[at] != 0;
    }

    /** Removes a run of ink from a copy. */
    void remove(boolean upright, int row, int from, int to) {
        for (int column = from; column < to; column++) {
            rows[at(upright, row, column)] = 0;
        }
    }

    /**
     * Clears a line's run and the grey rim beside it.
     *
     * @param pixels of the mask's size
     */
    void clear(byte[] pixels, boolean upright, LineTracer.Run run, double thickness) {
        int rim = (int) Math.ceil(1 + thickness / 3);
        for (int column = run.from() - rim; column < run.to() + rim; column++) {
            int at = at(upright, run.row(), column);
            boolean own = column >= run.from() && column < run.to();
            if (at >= 0 && (own || rows[at] == 0)) {
                pixels[at] = 0;
            }
        }
    }

    /** The pixel at a place, -1 outside the picture. */
    private int at(boolean upright, int row, int column) {
        int x = upright ? column : row;
        int y = upright ? row : column;
        return x >= 0 && x < width && y >= 0 && y < height ? y * width + x : -1;
    }

    /** Row by row: to be read, not written. */
    byte[] rows() {
        return rows;
    }

    /** Column by column: to be read, not written. */
    byte[] columns() {
        if (columns == null) {
            try (var mats = new Mats()) {
                Mat mask = mats.of(new GrayImage(width, height, rows));
                Core.transpose(mask, mask);
                columns = Mats.picture(mask).pixels();
            }
        }
        return columns;
    }

    /** For upright lines. */
    LineTracer uprights(double thickest) {
        return new LineTracer(rows, height, width, thickest);
    }

    /** For horizontal ones, whose rows are the picture's columns. */
    LineTracer horizontals(double thickest) {
        return new LineTracer(columns(), width, height, thickest);
    }
}
