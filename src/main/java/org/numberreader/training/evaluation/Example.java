package org.numberreader.training.evaluation;

import java.util.Arrays;

/** An answer that turned out right or wrong, with what was known when it was given. */
public final class Example {
    private final String kind;
    private final double[] features;
    private final boolean right;

    /**
     * @param kind the folder, one for each way of writing
     * @throws IllegalArgumentException if a feature is not finite
     */
    public Example(String kind, double[] features, boolean right) {
        if (!Arrays.stream(features).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A feature of " + kind + " is not finite: " + Arrays.toString(features));
        }
        this.kind = kind;
        this.features = features.clone();
        this.right = right;
    }

    public String kind() {
        return kind;
    }

    /** A copy. */
    public double[] features() {
        return features.clone();
    }

    public boolean right() {
        return right;
    }
}
