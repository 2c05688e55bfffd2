package org.numberreader.image;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Makes colours grey so that ink and paper stay apart. Luma, a fixed weighting of red, green and blue, is the same for orange on
 * grey, and nearly so for red on blue. Where it loses much of the contrast, the first principal component of what stands out from
 * its surroundings takes its place: the direction in the space of colours along which ink and paper differ most.
 */
final class ColourContrast {
    /** Luma's weights of blue, green and red (ITU-R BT.601). */
    private static final double[] LUMA = {0.114, 0.587, 0.299};

    /** Longer side of the picture that the direction is found on, in pixels. */
    private static final int SIDE = 256;

    /** Side of the surroundings, in the same: some strokes wide. */
    private static final int SURROUNDINGS = 25;

    /** Luma is left where the best direction has no more than so many times its contrast: of ink on white paper it has up to 1.2. */
    private static final double LOST = 1.6;

    private ColourContrast() {}

    /**
     * A grey picture of one in colour.
     *
     * @param colour blue, green and red, 8 bits each
     * @return 8 bits; ink that is darker in luma stays darker
     */
    static Mat gray(Mats mats, Mat colour) {
        Mat gray = mats.create();
        double[] weights = weights(colour);
        if (weights == LUMA) {
            Imgproc.cvtColor(colour, gray, Imgproc.COLOR_BGR2GRAY);
            return gray;
        }
        Scalar mean = Core.mean(colour);
        double middle = 0;
        for (int i = 0; i < 3; i++) {
            middle += weights[i] * mean.val[i];
        }
        // Weights may be negative: the mean is put in the middle of what 8 bits hold.
        Mat transform = mats.own(new Mat(1, 4, CvType.CV_32F));
        transform.put(0, 0, (float) weights[0], (float) weights[1], (float) weights[2], (float) (128 - middle));
        Core.transform(colour, gray, transform);
        return gray;
    }

    /** What blue, green and red are weighed with; {@link #LUMA} itself where it keeps the contrast. */
    private static double[] weights(Mat colour) {
        try (var mats = new Mats()) {
            Mat covariance = covariance(mats, colour);
            Mat values = mats.create();
            Mat vectors = mats.create();
            Core.eigen(covariance, values, vectors);
            // A grey difference of d has luma d, and length d times the root of 3 in the space of colours.
            double best = Math.sqrt(Math.max(0, values.get(0, 0)[0]) / 3);
            double luma = 0;
            double along = 0;
            var direction = new double[3];
            for (int i = 0; i < 3; i++) {
                direction[i] = vectors.get(0, i)[0];
                along += direction[i] * LUMA[i];
                for (int j = 0; j < 3; j++) {
                    luma += LUMA[i] * LUMA[j] * covariance.get(i, j)[0];
                }
            }
            if (best <= LOST * Math.sqrt(Math.max(0, luma))) {
                return LUMA;
            }
            for (int i = 0; i < 3; i++) {
                direction[i] *= Math.signum(along == 0 ? 1 : along) / Math.sqrt(3);
            }
            return direction;
        }
    }

    /** Of the three channels of what stands out from its surroundings. */
    private static Mat covariance(Mats mats, Mat colour) {
        Mat part = mats.reduced(colour, Math.max(colour.cols(), colour.rows()) / SIDE);
        Mat small = mats.create();
        part.convertTo(small, CvType.CV_32F);
        Mat around = mats.create();
        Imgproc.blur(small, around, new Size(SURROUNDINGS, SURROUNDINGS));
        Core.subtract(small, around, small);
        var channels = new Mat[LUMA.length];
        for (int i = 0; i < channels.length; i++) {
            channels[i] = mats.create();
            Core.extractChannel(small, channels[i], i);
        }
        Mat covariance = mats.own(new Mat(channels.length, channels.length, CvType.CV_64F));
        for (int i = 0; i < channels.length; i++) {
            for (int j = 0; j < channels.length; j++) {
                covariance.put(i, j, channels[i].dot(channels[j]) / small.total());
            }
        }
        return covariance;
    }
}
