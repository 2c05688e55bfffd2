package org.numberreader.training.checkpoint;

/**
 * How a training begins and ends, which does not change the weights of an epoch.
 *
 * @param resume whether an unfinished training goes on where it was; there need not be one
 * @param patience epochs without a better one after which it stops; 0: it never stops early
 */
public record TrainingMode(boolean resume, int patience) {
    /** From the start to the end. */
    public static final TrainingMode WHOLE = new TrainingMode(false, 0);
}
