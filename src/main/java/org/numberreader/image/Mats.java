package org.numberreader.image;

import java.lang.ref.Reference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.LongAdder;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The native matrices of one method: whatever is made or taken in through it is released when it is closed. The garbage
 * collector does not see native memory, so every {@link Mat} has to be released by hand.
 */
public final class Mats implements AutoCloseable {
    static {
        Natives.load();
    }

    /** Of all that are open: a service that reads nothing has none, or some were forgotten. */
    private static final LongAdder LIVE = new LongAdder();

    private final Deque<Mat> owned = new ArrayDeque<>();

    /** A new empty matrix. */
    public Mat create() {
        return own(new Mat());
    }

    /** Takes over a matrix that was made elsewhere. */
    public <M extends Mat> M own(M mat) {
        owned.push(mat);
        LIVE.increment();
        return mat;
    }

    /** A one-channel 8-bit matrix with the picture's pixels, copied. */
    public Mat of(GrayImage picture) {
        Mat mat = own(new Mat(picture.height(), picture.width(), CvType.CV_8UC1));
        mat.put(0, 0, picture.pixels());
        return mat;
    }

    /** The pixels of a one-channel 8-bit matrix, copied. */
    public static GrayImage picture(Mat mat) {
        var pixels = new byte[mat.rows() * mat.cols()];
        mat.get(0, 0, pixels);
        return new GrayImage(mat.cols(), mat.rows(), pixels);
    }

    /** How many matrices of this process were not released yet. */
    public static long live() {
        return LIVE.sum();
    }

    @Override
    public void close() {
        while (!owned.isEmpty()) {
            Mat mat = owned.pop();
            mat.release();
            LIVE.decrement();
            // Compiled code forgets a matrix once its native call has begun: its finalizer then deletes what is being
            // released, and malloc's lists are broken.
            Reference.reachabilityFence(mat);
        }
    }

    /**
     * A picture brought down by a whole number, which costs a third of what other factors do; itself by 1 or if a side is
     * shorter than that. What is left over at the right and below is left out.
     */
    public Mat reduced(Mat picture, int whole) {
        if (whole <= 1 || Math.min(picture.cols(), picture.rows()) < whole) {
            return picture;
        }
        Mat reduced = create();
        var size = new Size(picture.cols() / whole, picture.rows() / whole);
        var covered = new Rect(0, 0, (int) size.width * whole, (int) size.height * whole);
        Imgproc.resize(own(picture.submat(covered)), reduced, size, 0, 0, Imgproc.INTER_AREA);
        return reduced;
    }
}
