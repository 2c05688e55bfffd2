package org.numberreader.recognition;

import java.util.List;
import org.numberreader.image.GrayImage;

/** Says for each column of a text line which symbol has its centre there. Safe to use from several threads. */
public interface LineRecognizer {

    /**
     * Scores lines, those of similar widths in one batch.
     *
     * @param lines grey, {@value LineNetwork#HEIGHT} pixels high
     * @return as many scores as lines, in their order
     */
    List<ColumnScores> score(List<GrayImage> lines);
}
