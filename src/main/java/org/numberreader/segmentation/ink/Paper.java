package org.numberreader.segmentation.ink;

import org.numberreader.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The paper under the ink. A grey closing with a window wider than a stroke removes the strokes and leaves everything
 * larger as it is: shade, its edges, the table around a sheet. It is done on a reduced picture, because its cost grows with the window.
 */
final class Paper {
    /** Pixels of the reduced picture's longer side: strokes of a line across the whole picture keep some pixels. */
    private static final int SIDE = 640;

    private Paper() {}

    /** The picture at the size that paper and stroke width are estimated on; itself if it is small. */
    static Mat reduced(Mats mats, Mat gray) {
        return reduced(mats, gray, SIDE);
    }

    /** Half as large, of the reduced picture or of all of it: enough to tell how broad strokes are. */
    static Mat coarse(Mats mats, Mat gray) {
        return reduced(mats, gray, SIDE / 2);
    }

    /** Brought down to about so many pixels of the longer side: by a whole number if that is 2 or more. */
    private static Mat reduced(Mats mats, Mat gray, int side) {
        double scale = (double) Math.max(gray.cols(), gray.rows()) / side;
        if (scale <= 1) {
            return gray;
        }
        int whole = (int) Math.round(scale);
        if (whole > 1) {
            return mats.reduced(gray, whole);
        }
        Mat small = mats.create();
        var size = new Size(Math.max(1, gray.cols() / scale), Math.max(1, gray.rows() / scale));
        Imgproc.resize(gray, small, size, 0, 0, Imgproc.INTER_AREA);
        return small;
    }

    /** The reduced picture with its finest grain smoothed away, which a closing would otherwise take for paper. */
    static Mat smooth(Mats mats, Mat reduced) {
        Mat smooth = mats.create();
        Imgproc.GaussianBlur(reduced, smooth, new Size(3, 3), 0);
        return smooth;
    }

    /**
     * What is left when dark things narrower than the window are taken away.
     *
     * @param smooth as {@link #smooth}
     */
    static Mat of(Mats mats, Mat smooth, int window) {
        Mat kernel = mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(window, window)));
        Mat paper = mats.create();
        Imgproc.morphologyEx(smooth, paper, Imgproc.MORPH_CLOSE, kernel);
        return paper;
    }

    /** How much of the paper's light each pixel lacks: 0 for none, 255 for all. */
    static Mat darkness(Mats mats, Mat gray, Mat paper) {
        Mat full = paper;
        if (paper.cols() != gray.cols() || paper.rows() != gray.rows()) {
            full = mats.create();
            Imgproc.resize(paper, full, gray.size(), 0, 0, Imgproc.INTER_LINEAR);
        }
        Mat light = mats.create();
        Core.divide(gray, full, light, 255);
        Core.bitwise_not(light, light);
        return light;
    }
}
