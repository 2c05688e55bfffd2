package org.numberreader.number;

import java.util.List;
import org.numberreader.image.Picture;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.segmentation.Segmenter;

/** Reads every number in a picture: the one place that knows the order of the steps. */
public final class NumberReader {
    private final Segmenter segmenter;
    private final DigitClassifier classifier;
    private final ReadingConfig config;

    public NumberReader(Segmenter segmenter, DigitClassifier classifier, ReadingConfig config) {
        this.segmenter = segmenter;
        this.classifier = classifier;
        this.config = config;
    }

    /** All numbers of the picture, boxes in the pixels of the picture as uploaded. */
    public Reading read(Picture picture, Expectation expected) {
        return new Reading(List.of(), 0, 0);
    }
}
