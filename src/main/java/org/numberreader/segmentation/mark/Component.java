package org.numberreader.segmentation.mark;

import org.numberreader.image.Box;

/**
 * A connected part of the ink.
 *
 * @param label its pixels' value in {@link Components}
 * @param area in pixels
 */
public record Component(int label, Box box, int area) {

    double centreX() {
        return box.x() + box.width() / 2.0;
    }

    double centreY() {
        return box.y() + box.height() / 2.0;
    }
}
