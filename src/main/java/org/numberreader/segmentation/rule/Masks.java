package org.numberreader.segmentation.rule;

import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** Where there is ink, as bytes that are not 0. */
final class Masks {
    private Masks() {}

    /** Where the ink is darker than the edge, 0 to 255, row by row. */
    static byte[] of(GrayImage darkness, double edge) {
        try (var mats = new Mats()) {
            Mat mask = mats.of(darkness);
            Imgproc.threshold(mask, mask, edge, 255, Imgproc.THRESH_BINARY);
            return Mats.picture(mask).pixels();
        }
    }

    /** The same column by column. */
    static byte[] turned(byte[] rows, int width, int height) {
        try (var mats = new Mats()) {
            Mat mask = mats.of(new GrayImage(width, height, rows));
            Core.transpose(mask, mask);
            return Mats.picture(mask).pixels();
        }
    }
}
