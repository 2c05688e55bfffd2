package org.numberreader.recognition;

import java.util.List;

/** Says of framed glyphs how likely each of them is which digit. Safe to use from several threads. */
public interface DigitClassifier {

    /**
     * Scores all frames in one batch.
     *
     * @return as many scores as frames, in their order
     */
    List<DigitScores> score(List<DigitFrame> frames);
}
