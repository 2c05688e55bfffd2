package org.numberreader.training.teaching;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.loss.Loss;

/**
 * Cross-entropy with the labels and, at a temperature, with the teachers' likelihoods (Hinton et al., 2015), a mean over the
 * batch. Of the labels the first array, N×1, has the classes and the second, N×11, the likelihoods of the digits and of
 * none: nothing but 0 where the teachers say nothing, and not there at all if there are none.
 */
final class TeachingLoss extends Loss {
    private static final int NOT_A_DIGIT = 10;

    private final Teaching teaching;

    TeachingLoss(Teaching teaching) {
        super("TeachingLoss");
        this.teaching = teaching;
    }

    @Override
    public NDArray evaluate(NDList labels, NDList predictions) {
        NDArray logits = predictions.singletonOrThrow();
        NDArray classes = labels.get(0);
        NDArray weights = classes.eq(NOT_A_DIGIT)
                .toType(DataType.FLOAT32, false)
                .mul((float) teaching.noDigit() - 1)
                .add(1);
        if (labels.size() == 1) {
            return labelled(logits, classes, weights);
        }
        NDArray likelihoods = labels.get(1);
        NDArray taught = likelihoods
                .sum(new int[] {1}, true)
                .mul((float) teaching.labels() - 1)
                .add(1);
        float temperature = (float) teaching.temperature();
        NDArray softened = logits.div(temperature).logSoftmax(-1);
        // What a network does not know is none of its business.
        NDArray known = likelihoods.get(":, :" + logits.getShape().get(1));
        // A gradient at a temperature is smaller by its square.
        float scale = (float) teaching.likelihoods()
                * temperature
                * temperature
                / -logits.getShape().get(0);
        return labelled(logits, classes, weights.mul(taught))
                .add(known.mul(softened).sum().mul(scale));
    }

    private static NDArray labelled(NDArray logits, NDArray classes, NDArray weights) {
        NDArray own = logits.logSoftmax(-1).gather(classes.toType(DataType.INT64, false), 1);
        return own.mul(weights).sum().div(-logits.getShape().get(0));
    }
}
