package org.numberreader.image;

import org.opencv.core.Core;
import org.opencv.core.Mat;

/** How a camera was held (EXIF 2.3): 1 to 8, from 5 on with the sides swapped. */
final class Orientation {
    private Orientation() {}

    /** Whether what is wide is stored high. */
    static boolean swapsSides(int orientation) {
        return orientation >= 5;
    }

    /** A picture as it is seen, turned and mirrored as its orientation says. */
    static Mat upright(Mats mats, Mat stored, int orientation) {
        if (orientation == 1) {
            return stored;
        }
        Mat upright = mats.create();
        switch (orientation) {
            case 2 -> Core.flip(stored, upright, 1);
            case 3 -> Core.rotate(stored, upright, Core.ROTATE_180);
            case 4 -> Core.flip(stored, upright, 0);
            case 5 -> Core.transpose(stored, upright);
            case 6 -> Core.rotate(stored, upright, Core.ROTATE_90_CLOCKWISE);
            case 7 -> {
                Core.transpose(stored, upright);
                Core.flip(upright, upright, -1);
            }
            default -> Core.rotate(stored, upright, Core.ROTATE_90_COUNTERCLOCKWISE);
        }
        return upright;
    }
}
