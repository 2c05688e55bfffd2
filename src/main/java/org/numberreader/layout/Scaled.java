package org.numberreader.layout;

import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** A picture at another size. */
public final class Scaled {
    private Scaled() {}

    /**
     * The picture at {@code factor} times its size, averaged where it shrinks; itself where nothing would change.
     *
     * @param factor above 0
     */
    public static GrayImage by(GrayImage picture, double factor) {
        int width = (int) Math.max(8, Math.round(picture.width() * factor));
        int height = (int) Math.max(8, Math.round(picture.height() * factor));
        if (width == picture.width() && height == picture.height()) {
            return picture;
        }
        try (var mats = new Mats()) {
            Mat source = mats.of(picture);
            if (factor < 0.5) {
                source = mats.reduced(source, (int) Math.floor(1 / factor));
            }
            Mat scaled = mats.create();
            int method = factor < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR;
            Imgproc.resize(source, scaled, new Size(width, height), 0, 0, method);
            return Mats.picture(scaled);
        }
    }
}
