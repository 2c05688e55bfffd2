package org.numberreader.training.evaluation;

import java.util.Random;
import org.numberreader.image.Mats;
import org.numberreader.recognition.DigitFrame;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** The ways in which a corruption changes a frame's matrix of bytes, in place; 255 is ink. */
final class FrameChanges {
    private static final int SIDE = DigitFrame.SIDE;
    private static final double CENTRE = (SIDE - 1) / 2.0;
    private static final Size WHOLE = new Size(SIDE, SIDE);

    /** The paper around the box of 20 pixels in which MNIST's digits lie. */
    private static final int MARGIN = 4;

    private FrameChanges() {}

    /** Does to the frame what the corruption says, so much of it, with sides and places from the random numbers. */
    static void apply(Corruption corruption, Mat frame, double amount, Random random) {
        switch (corruption) {
            case NOISE -> noise(frame, amount, random);
            case BLUR -> blur(frame, amount);
            case CONTRAST -> contrast(frame, amount);
            case ROTATION -> rotation(frame, amount, random);
            case SCALE -> scale(frame, amount, random);
            case TRANSLATION -> translation(frame, amount, random);
            case SHEAR -> shear(frame, amount, random);
            case LINES -> lines(frame, amount, random);
            case OCCLUSION -> occlusion(frame, amount, random);
            case LOW_RESOLUTION -> resolution(frame, amount);
        }
    }

    private static void noise(Mat frame, double deviation, Random random) {
        var pixels = new byte[SIDE * SIDE];
        frame.get(0, 0, pixels);
        for (int i = 0; i < pixels.length; i++) {
            double value = (pixels[i] & 0xff) + 255 * deviation * random.nextGaussian();
            pixels[i] = (byte) Math.round(Math.max(0, Math.min(255, value)));
        }
        frame.put(0, 0, pixels);
    }

    private static void blur(Mat frame, double deviation) {
        Imgproc.GaussianBlur(frame, frame, new Size(0, 0), deviation, deviation, Core.BORDER_CONSTANT);
    }

    private static void contrast(Mat frame, double left) {
        frame.convertTo(frame, CvType.CV_8UC1, left);
    }

    private static void rotation(Mat frame, double degrees, Random random) {
        double angle = Math.toRadians(degrees) * side(random);
        moved(frame, Math.cos(angle), -Math.sin(angle), 0, Math.sin(angle), Math.cos(angle), 0);
    }

    private static void scale(Mat frame, double share, Random random) {
        double scale = 1 + share * side(random);
        moved(frame, scale, 0, 0, 0, scale, 0);
    }

    private static void translation(Mat frame, double pixels, Random random) {
        double direction = random.nextDouble() * 2 * Math.PI;
        moved(frame, 1, 0, pixels * Math.cos(direction), 0, 1, pixels * Math.sin(direction));
    }

    private static void shear(Mat frame, double lean, Random random) {
        moved(frame, 1, lean * side(random), 0, 0, 1, 0);
    }

    /** A line from anywhere on an edge to anywhere on the one across, as what is left of a ruled or a crossing one. */
    private static void lines(Mat frame, double ink, Random random) {
        double start = random.nextDouble() * SIDE;
        double end = random.nextDouble() * SIDE;
        boolean upright = random.nextBoolean();
        var from = upright ? new Point(start, 0) : new Point(0, start);
        var to = upright ? new Point(end, SIDE) : new Point(SIDE, end);
        try (var mats = new Mats()) {
            Mat line = mats.own(Mat.zeros(WHOLE, CvType.CV_8UC1));
            Imgproc.line(line, from, to, new Scalar(255 * ink), 1, Imgproc.LINE_AA);
            Core.max(frame, line, frame);
        }
    }

    private static void occlusion(Mat frame, double side, Random random) {
        int pixels = (int) side;
        int left = MARGIN + random.nextInt(SIDE - 2 * MARGIN - pixels + 1);
        int top = MARGIN + random.nextInt(SIDE - 2 * MARGIN - pixels + 1);
        var end = new Point(left + pixels - 1, top + pixels - 1);
        Imgproc.rectangle(frame, new Point(left, top), end, new Scalar(0), Imgproc.FILLED);
    }

    private static void resolution(Mat frame, double side) {
        try (var mats = new Mats()) {
            Mat small = mats.create();
            Imgproc.resize(frame, small, new Size(side, side), 0, 0, Imgproc.INTER_AREA);
            Imgproc.resize(small, frame, WHOLE, 0, 0, Imgproc.INTER_LINEAR);
        }
    }

    private static int side(Random random) {
        return random.nextBoolean() ? 1 : -1;
    }

    /** Moves each pixel from (x, y) to (a x + b y + dx, c x + d y + dy), from the centre, bilinearly interpolated. */
    private static void moved(Mat frame, double a, double b, double dx, double c, double d, double dy) {
        try (var mats = new Mats()) {
            Mat affine = mats.own(new Mat(2, 3, CvType.CV_64FC1));
            affine.put(0, 0, a, b, CENTRE - (a + b) * CENTRE + dx, c, d, CENTRE - (c + d) * CENTRE + dy);
            Mat source = mats.own(frame.clone());
            Imgproc.warpAffine(source, frame, affine, WHOLE, Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT, new Scalar(0));
        }
    }
}
