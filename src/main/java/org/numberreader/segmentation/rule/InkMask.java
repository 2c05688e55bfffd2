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

    int width() {
        return width;
    }

    int height() {
        return height;
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
