package org.numberreader.training.scene;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/** Pictures of one size with what the network is to say of each: plain arrays, made on any thread. */
public final class SceneBatch {
    final float[] input;
    final Shape inputShape;
    final float[] classes;
    final float[] values;
    final Shape outputShape;
    final int classCount;

    /**
     * @param input standardised grey levels, N×1×H×W
     * @param classes for each place of the output the weight of its right class, 0 elsewhere; N×classes×h×w
     * @param values what is to be estimated at the places where it counts, and NaN elsewhere; N×values×h×w
     * @param outputShape N×(classes + values)×h×w
     */
    SceneBatch(float[] input, Shape inputShape, float[] classes, float[] values, Shape outputShape, int classCount) {
        this.input = input;
        this.inputShape = inputShape;
        this.classes = classes;
        this.values = values;
        this.outputShape = outputShape;
        this.classCount = classCount;
    }

    /** How many pictures it has. */
    public long size() {
        return inputShape.get(0);
    }

    /** The pictures as the network takes them. */
    public NDArray input(NDManager manager) {
        return manager.create(input, inputShape);
    }

    /**
     * The mean cross-entropy of the places that count, and the mean absolute error of the values that do.
     *
     * @param output of the network
     */
    public NDArray loss(NDArray output, double valueWeight, NDManager manager) {
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
