package org.numberreader.training.checkpoint;

/**
 * What one pass over the training pictures came to. A training on scenes has no accuracy and no validation loss, which are 0,
 * and its task's main figure for the validation's accuracy.
 *
 * @param epoch from 1
 * @param loss mean cross-entropy over the augmented training pictures, nats
 * @param accuracy over the same, 0 to 1
 * @param validationLoss mean cross-entropy of the averaged weights over the validation pictures, nats
 * @param validationAccuracy of the averaged weights, 0 to 1
 */
public record EpochFigures(int epoch, double loss, double accuracy, double validationLoss, double validationAccuracy) {

    /** Whether these weights are the better choice: more validation pictures right, or as many with less loss. */
    public boolean betterThan(EpochFigures other) {
        return validationAccuracy > other.validationAccuracy
                || (validationAccuracy == other.validationAccuracy && validationLoss < other.validationLoss);
    }
}
