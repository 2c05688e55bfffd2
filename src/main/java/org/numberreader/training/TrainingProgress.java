package org.numberreader.training;

import org.numberreader.training.checkpoint.History;

/** Hears how a training goes on. */
public interface TrainingProgress {

    /** Before the first batch of an epoch. */
    void epochStarts(int epoch, int epochs, int batches);

    /** After each batch. */
    void batchDone();

    /**
     * After an epoch's validation, when its checkpoint is written.
     *
     * @param history up to this epoch, with those before an interruption
     */
    void epochDone(History history);
}
