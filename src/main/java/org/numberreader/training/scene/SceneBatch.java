package org.numberreader.training.scene;

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

    /** The pictures as the network takes them, of {@link #inputShape}; not a copy. */
    public float[] input() {
        return input;
    }

    /** N×1×H×W. */
    public Shape inputShape() {
        return inputShape;
    }

    /** For each place of the output the weight of its right class, 0 elsewhere; N×classes×h×w; not a copy. */
    public float[] classes() {
        return classes;
    }

    /** What is to be estimated at the places where it counts, and NaN elsewhere; N×values×h×w; not a copy. */
    public float[] values() {
        return values;
    }

    /** N×(classes + values)×h×w. */
    public Shape outputShape() {
        return outputShape;
    }

    /** How many of the output's channels are classes. */
    public int classCount() {
        return classCount;
    }
}
