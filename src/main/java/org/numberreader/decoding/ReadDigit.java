package org.numberreader.decoding;

import java.util.List;
import org.numberreader.image.Box;
import org.numberreader.image.Point;
import org.numberreader.layout.Outline;
import org.numberreader.recognition.DigitFrame;

/**
 * One digit as it was read.
 *
 * @param digit 0 to 9
 * @param confidence that it is this digit, 0 to 1
 * @param box in the pixels of the picture as uploaded, upright
 * @param outline its shape, in the same pixels
 * @param frame what the network saw
 * @param alternatives what else it could be, the likeliest first
 */
public record ReadDigit(
        int digit, double confidence, Box box, Outline outline, DigitFrame frame, List<Alternative> alternatives) {
    public ReadDigit {
        alternatives = List.copyOf(alternatives);
    }

    /** The outline's points, worked out when they are asked for. */
    public List<Point> contour() {
        return outline.contour();
    }

    /** Another digit that this could be. */
    public record Alternative(int digit, double confidence) {}
}
