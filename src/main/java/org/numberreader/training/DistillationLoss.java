package org.numberreader.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.loss.Loss;

/** Cross-entropy with the labels and, softened, with what the teachers said (Hinton et al., 2015). */
final class DistillationLoss extends Loss {
    private final float share;
    private final float temperature;

    DistillationLoss(Teachers teachers) {
        super("DistillationLoss");
        this.share = (float) teachers.share();
        this.temperature = (float) teachers.temperature();
    }

    /**
     * The mean over a batch.
     *
     * @param labels the classes as N×1, and the teachers' softened probabilities as N×classes
     * @param predictions logits, N×classes
     */
    @Override
    public NDArray evaluate(NDList labels, NDList predictions) {
        NDArray logits = predictions.singletonOrThrow();
        NDArray known = softmaxCrossEntropyLoss().evaluate(new NDList(labels.get(0)), predictions);
        NDArray softened = logits.div(temperature).logSoftmax(-1);
        NDArray taught = labels.get(1).mul(softened).sum(new int[] {-1}).mean().neg();
        // Softened gradients are smaller by the temperature's square.
        return known.mul(1 - share).add(taught.mul(share * temperature * temperature));
    }
}
