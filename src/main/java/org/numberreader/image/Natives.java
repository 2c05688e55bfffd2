package org.numberreader.image;

import org.opencv.core.Core;

/** Loads OpenCV's native library once, at the first use of this class. */
public final class Natives {
    static {
        try {
            // A container image has it unpacked on java.library.path: nothing to write on its read-only root.
            System.loadLibrary(Core.NATIVE_LIBRARY_NAME);
        } catch (UnsatisfiedLinkError notOnLibraryPath) {
            nu.pattern.OpenCV.loadLocally();
        }
        // One reading works on one thread; the service reads as many pictures at once as there are cores.
        Core.setNumThreads(1);
    }

    private Natives() {}

    /** Makes sure that OpenCV can be called. */
    public static void load() {
        // The static initialiser has done it.
    }
}
