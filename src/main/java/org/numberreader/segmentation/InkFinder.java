package org.numberreader.segmentation;

import java.util.Optional;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Tells ink from paper: divides the paper out, and brings thin strokes up to a width that has an inside. */
final class InkFinder {
    /** The first window, as a share of the shorter side: wider than the strokes of digits that fill the picture. */
    private static final double FIRST_WINDOW = 0.25;

    private static final int WIDEST_WINDOW = 81;

    private final SegmentationConfig config;

    InkFinder(SegmentationConfig config) {
        this.config = config;
    }

    /**
     * The ink of a picture.
     *
     * @param picture dark on light
     * @return empty where nothing stands out from the paper
     */
    Optional<Ink> find(GrayImage picture) {
        try (var mats = new Mats()) {
            Mat gray = mats.of(picture);
            Mat reduced = Paper.reduced(mats, gray);
            int window = odd(FIRST_WINDOW * Math.min(reduced.cols(), reduced.rows()));
            Mat paper = Paper.of(mats, reduced, window);
            InkLevel level = level(mats, reduced, paper);
            if (level.isNone()) {
                return Optional.empty();
            }
            // Once the strokes' width is known, a narrower window follows shade and paper edges more closely.
            int narrower = odd(2.5 * level.strokeWidth() + 4);
            if (narrower < window) {
                paper = Paper.of(mats, reduced, narrower);
                level = level(mats, reduced, paper);
            }
            if (level.isNone()) {
                return Optional.empty();
            }
            return Optional.of(ink(mats, gray, paper, level, level.strokeWidth() * gray.cols() / reduced.cols()));
        }
    }

    private InkLevel level(Mats mats, Mat reduced, Mat paper) {
        Mat darkness = Paper.darkness(mats, reduced, paper);
        return InkLevel.of(mats, reduced, darkness, config.faintest(), config.edge());
    }

    private Ink ink(Mats mats, Mat gray, Mat paper, InkLevel level, double strokeWidth) {
        double scale = enlargement(gray, strokeWidth);
        Mat sized = gray;
        if (scale > 1) {
            sized = mats.create();
            var size = new Size(Math.round(gray.cols() * scale), Math.round(gray.rows() * scale));
            Imgproc.resize(gray, sized, size, 0, 0, Imgproc.INTER_CUBIC);
        }
        Mat smooth = mats.create();
        double sigma = Math.max(0.5, strokeWidth * scale / 8);
        Imgproc.GaussianBlur(sized, smooth, new Size(0, 0), sigma);
        Mat darkness = Paper.darkness(mats, smooth, paper);
        // The strokes' own darkness becomes full ink, whatever pen drew them.
        Mat ink = mats.create();
        Core.convertScaleAbs(darkness, ink, 255 / level.darkness(), 0);
        return new Ink(Mats.picture(ink), strokeWidth * scale, (double) sized.cols() / gray.cols());
    }

    private double enlargement(Mat gray, double strokeWidth) {
        double wanted = config.strokeWidth() / strokeWidth;
        double allowed = Math.sqrt((double) config.enlargedPixels() / gray.total());
        return Math.max(1, Math.min(wanted, allowed));
    }

    private static int odd(double window) {
        return Math.max(5, Math.min(WIDEST_WINDOW, (int) window)) / 2 * 2 + 1;
    }
}
