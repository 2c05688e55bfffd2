package org.numberreader.classical;

import java.util.ArrayList;
import java.util.List;
import org.numberreader.image.GrayImage;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.recognition.DigitFrame;

/**
 * Reads digits by the textbook: grey, Gaussian blur, adaptive threshold, contours, 28×28, classify. Every tall enough piece
 * of ink is one digit: nothing is cut, joined, erased or rejected. Safe to use from several threads.
 */
public final class ClassicalReader {
    private final DigitClassifier classifier;

    /** @param classifier that names each piece of ink, the network {@code base} in the service */
    public ClassicalReader(DigitClassifier classifier) {
        this.classifier = classifier;
    }

    /**
     * Finds what may be digits.
     *
     * @param gray dark ink on light paper
     * @return in reading order, boxes in the picture's pixels; empty where there is no ink
     */
    public List<Glyph> find(GrayImage gray) {
        return TextLines.of(Contours.of(AdaptiveThreshold.ink(gray)));
    }

    /**
     * Finds the largest piece of ink, for pictures of one digit.
     *
     * @param gray dark ink on light paper
     * @return that piece alone; empty where there is no ink
     */
    public List<Glyph> findLargest(GrayImage gray) {
        return TextLines.of(
                Contours.of(AdaptiveThreshold.ink(gray)).stream().limit(1).toList());
    }

    /** Says which digits they are, in the same order: all in one batch. */
    public List<ClassicalDigit> classify(List<Glyph> glyphs) {
        var frames = glyphs.stream()
                .map(glyph -> DigitFrame.of(glyph.contour().mask()))
                .toList();
        var scores = classifier.score(frames);
        var digits = new ArrayList<ClassicalDigit>();
        for (int i = 0; i < glyphs.size(); i++) {
            digits.add(new ClassicalDigit(glyphs.get(i), frames.get(i), scores.get(i)));
        }
        return digits;
    }
}
