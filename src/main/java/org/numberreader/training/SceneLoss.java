package org.numberreader.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import org.numberreader.training.scene.SceneBatch;

/** How far a network's output is from a batch's truth. */
final class SceneLoss {
    private SceneLoss() {}

    /**
     * The mean cross-entropy of the places that count, and the mean absolute error of the values that do.
     *
     * @param output of the network
     */
    static NDArray of(SceneBatch batch, NDArray output, double valueWeight, NDManager manager) {
        var outputShape = batch.outputShape();
        int classCount = batch.classCount();
        float[] classes = batch.classes();
        float[] values = batch.values();
        long count = outputShape.get(0);
        long rows = outputShape.get(2);
        long columns = outputShape.get(3);
        long valueCount = outputShape.get(1) - classCount;
        double weights = 1e-6;
        for (float weight : classes) {
            weights += weight;
        }
        var right = manager.create(classes, new Shape(count, classCount, rows, columns));
        var logits = output.get(new NDIndex(":, 0:" + classCount));
        var entropy = logits.logSoftmax(1).mul(right).sum().mul((float) (-1 / weights));
        var wanted = new float[values.length];
        var counted = new float[values.length];
        double known = 1e-6;
        for (int i = 0; i < values.length; i++) {
            if (!Float.isNaN(values[i])) {
                wanted[i] = values[i];
                counted[i] = 1;
                known++;
            }
        }
        var shape = new Shape(count, valueCount, rows, columns);
        var estimated = output.get(new NDIndex(":, " + classCount + ":"));
        var error = estimated
                .sub(manager.create(wanted, shape))
                .abs()
                .mul(manager.create(counted, shape))
                .sum()
                .mul((float) (valueWeight / known));
        return entropy.add(error);
    }
}
