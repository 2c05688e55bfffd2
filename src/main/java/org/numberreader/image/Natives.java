package org.numberreader.image;

/** Loads OpenCV's native library once, at the first use of this class. */
public final class Natives {
    static {
        nu.pattern.OpenCV.loadLocally();
        // One reading works on one thread; the service reads as many pictures at once as there are cores.
        org.opencv.core.Core.setNumThreads(1);
    }

    private Natives() {}

    /** Makes sure that OpenCV can be called. */
    public static void load() {
        // The static initialiser has done it.
    }
}
