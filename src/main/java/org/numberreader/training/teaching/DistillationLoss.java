package org.numberreader.training.teaching;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.loss.Loss;

/**
 * Cross-entropy with the labels and, at a temperature, with the teachers' likelihoods (Hinton et al., 2015). Of the labels
 * the first array, N×1, has the classes and the second, N×classes, the likelihoods.
 */
final class DistillationLoss extends Loss {
    private final Loss labelled = Loss.softmaxCrossEntropyLoss();
    private final float temperature;
    private final float share;

    DistillationLoss(double temperature, double share) {
        super("DistillationLoss");
        this.temperature = (float) temperature;
        this.share = (float) share;
    }

    @Override
    public NDArray evaluate(NDList labels, NDList predictions) {
        NDArray likelihoods = labels.get(1);
        NDArray softened = predictions.singletonOrThrow().div(temperature).logSoftmax(-1);
        NDArray taught =
                likelihoods.mul(softened).sum().div(-likelihoods.getShape().get(0));
        // A gradient at a temperature is smaller by its square.
        float scale = share * temperature * temperature;
        return labelled.evaluate(new NDList(labels.get(0)), predictions)
                .mul(1 - share)
                .add(taught.mul(scale));
    }
}
