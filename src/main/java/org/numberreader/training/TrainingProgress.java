package org.numberreader.training;

import org.numberreader.training.checkpoint.EpochFigures;

/** Hears how a training goes on. */
public interface TrainingProgress {

    /** Before the first batch of an epoch. */
    void epochStarts(int epoch, int epochs, int batches);

    /** After each batch. */
    void batchDone();

    /** After an epoch's validation. */
    void epochDone(EpochFigures figures);
}
