package org.numberreader.segmentation.ink;

import java.util.Optional;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Tells ink from paper: divides the paper out, and brings strokes to a width that has an inside and is not more. */
public final class InkFinder {
    /** The first window, as a share of the shorter side: wider than the strokes of digits that fill the picture. */
    private static final double FIRST_WINDOW = 0.25;

    private static final int WIDEST_WINDOW = 81;

    /** Broader strokes, in pixels, cost time and tell no more. */
    private static final double BROAD = 16;

    /** What they are brought down to: ends, gaps and corners still have some pixels each. */
    private static final double ENOUGH = 8;

    private final InkConfig config;

    public InkFinder(InkConfig config) {
        this.config = config;
    }

    /**
     * The ink of a picture.
     *
     * @param picture dark on light
     * @return empty where nothing stands out from the paper
     */
    public Optional<Ink> find(GrayImage picture) {
        try (var mats = new Mats()) {
            Mat gray = mats.of(picture);
            Mat reduced = Paper.reduced(mats, gray);
            int window = window(mats, reduced);
            Ground ground = ground(mats, reduced, window);
            if (ground.level.isNone()) {
                return Optional.empty();
            }
            new SolidInk(window, ground.level.edge(config.edge())).lift(mats, ground.floor, reduced, ground.paper);
            double strokeWidth = ground.level.strokeWidth() * gray.cols() / reduced.cols();
            return Optional.of(ink(mats, gray, ground, strokeWidth));
        }
    }

    /**
     * Whether the picture's strokes are at least as broad as broad ones are brought down to: they have ends, gaps and corners
     * enough to be read.
     *
     * @param picture dark on light
     */
    public boolean isLargeEnough(GrayImage picture) {
        try (var mats = new Mats()) {
            Mat gray = mats.of(picture);
            Mat coarse = Paper.coarse(mats, gray);
            var level = ground(mats, coarse, firstWindow(coarse)).level;
            return level.strokeWidth() * gray.cols() / coarse.cols() >= ENOUGH;
        }
    }

    /** What the ink stands on: the paper's light, its grain, and how dark strokes are on it. */
    private record Ground(Mat paper, Mat floor, InkLevel level) {}

    /**
     * Once the strokes' width is known, a narrower window than the first follows shade and paper edges more closely. To
     * know the width, half of the reduced picture will do.
     */
    private int window(Mats mats, Mat reduced) {
        int first = firstWindow(reduced);
        Mat coarse = Paper.coarse(mats, reduced);
        var level = ground(mats, coarse, firstWindow(coarse)).level;
        double strokeWidth = level.strokeWidth() * reduced.cols() / coarse.cols();
        return level.isNone() ? first : Math.min(first, odd(3.5 * strokeWidth + 4));
    }

    private static int firstWindow(Mat picture) {
        return odd(FIRST_WINDOW * Math.min(picture.cols(), picture.rows()));
    }

    private Ground ground(Mats mats, Mat reduced, int window) {
        Mat smooth = Paper.smooth(mats, reduced);
        Mat paper = Paper.of(mats, smooth, window);
        Mat darkness = Paper.darkness(mats, reduced, paper);
        Mat floor = Grain.floor(mats, reduced, paper, 255 * config.faintest());
        return new Ground(paper, floor, InkLevel.of(mats, darkness, floor, config.edge()));
    }

    private Ink ink(Mats mats, Mat gray, Ground ground, double strokeWidth) {
        double scale = scale(gray, strokeWidth);
        Mat sized = gray;
        if (scale != 1) {
            sized = mats.create();
            var size = new Size(Math.round(gray.cols() * scale), Math.round(gray.rows() * scale));
            Imgproc.resize(gray, sized, size, 0, 0, scale > 1 ? Imgproc.INTER_CUBIC : Imgproc.INTER_AREA);
        }
        Mat smooth = mats.create();
        double sigma = Math.max(0.5, strokeWidth * scale / 8);
        Imgproc.GaussianBlur(sized, smooth, new Size(0, 0), sigma);
        Mat darkness = Paper.darkness(mats, smooth, ground.paper);
        Mat floor = mats.create();
        Imgproc.resize(ground.floor, floor, darkness.size(), 0, 0, Imgproc.INTER_LINEAR);
        Mat grain = mats.create();
        Core.compare(darkness, floor, grain, Core.CMP_LT);
        // The strokes' own darkness becomes full ink, whatever pen drew them.
        Mat ink = mats.create();
        double stretch = 255 / (ground.level.stroke() - ground.level.paper());
        darkness.convertTo(ink, -1, stretch, -ground.level.paper() * stretch);
        ink.setTo(new Scalar(0), grain);
        return new Ink(Mats.picture(ink), strokeWidth * scale, (double) sized.cols() / gray.cols());
    }

    /** Thin strokes are brought up, broad ones down. */
    private double scale(Mat gray, double strokeWidth) {
        if (strokeWidth > BROAD) {
            return ENOUGH / strokeWidth;
        }
        double wanted = config.strokeWidth() / strokeWidth;
        double allowed = Math.sqrt((double) config.enlargedPixels() / gray.total());
        return Math.max(1, Math.min(wanted, allowed));
    }

    private static int odd(double window) {
        return Math.max(5, Math.min(WIDEST_WINDOW, (int) window)) / 2 * 2 + 1;
    }
}
