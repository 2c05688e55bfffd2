package org.numberreader.image;

import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;

/** Loads OpenCV's native library once, when it is first asked for. */
public final class Natives {
    private static final String LIMIT = "OPENCV_IO_MAX_IMAGE_PIXELS";

    private Natives() {}

    /** Once per process, by the class' own initialisation. */
    private static final class Library {
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

        private Library() {}

        static void load() {
            // The static initialiser has done it.
        }
    }

    /**
     * Makes sure that OpenCV can be called.
     *
     * @throws IllegalStateException if the environment variable with OpenCV's limit of pixels is set and is no number
     */
    public static void load() {
        requireNumber(System.getenv(LIMIT));
        Library.load();
    }

    /** OpenCV reads the variable while it is loaded, and what it cannot read there ends the process. */
    static void requireNumber(@Nullable String limit) {
        if (limit != null && !limit.matches("\\d{1,18}")) {
            throw new IllegalStateException(
                    "The environment variable " + LIMIT + " is '" + limit + "'; it must be a number of pixels.");
        }
    }
}
