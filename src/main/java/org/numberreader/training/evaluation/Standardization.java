package org.numberreader.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.numberreader.decoding.LogisticModel;

/** Brings features to mean 0 and variance 1, so that one ridge suits all of them, and weights back to their units. */
final class Standardization {
    /** A spread below this share of the largest value is rounding: the feature is constant. */
    private static final double ROUNDING = 1e-12;

    private final double[] mean;
    private final double[] deviation;

    /** Measures the features of examples with weights above 0. */
    Standardization(List<Example> examples, double[] weights, int features) {
        this.mean = new double[features];
        this.deviation = new double[features];
        for (int j = 0; j < features; j++) {
            measure(j, examples, weights);
        }
    }

    private void measure(int j, List<Example> examples, double[] weights) {
        double total = 0;
        double sum = 0;
        double largest = 0;
        for (int i = 0; i < weights.length; i++) {
            double value = examples.get(i).features()[j];
            total += weights[i];
            sum += weights[i] * value;
            largest = Math.max(largest, Math.abs(value));
        }
        mean[j] = sum / total;
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            double off = examples.get(i).features()[j] - mean[j];
            squares += weights[i] * off * off;
        }
        double spread = Math.sqrt(squares / total);
        deviation[j] = spread > ROUNDING * largest ? spread : Double.POSITIVE_INFINITY;
    }

    /** A 1 for the bias, then the features; a constant one is 0, and its weight remains 0. */
    double[] row(Example example) {
        var features = example.features();
        var row = new double[features.length + 1];
        row[0] = 1;
        for (int j = 0; j < features.length; j++) {
            row[j + 1] = (features[j] - mean[j]) / deviation[j];
        }
        return row;
    }

    /** What {@link #row} makes of an example whose features are all average. */
    double[] averageRow() {
        var row = new double[mean.length + 1];
        row[0] = 1;
        return row;
    }

    /** The model with its weights in the features' own units, from the coefficients of {@link #row}. */
    LogisticModel model(List<String> names, double[] coefficients) {
        var weights = new ArrayList<Double>();
        double bias = coefficients[0];
        for (int j = 0; j < mean.length; j++) {
            double weight = coefficients[j + 1] / deviation[j];
            weights.add(weight);
            bias -= weight * mean[j];
        }
        return new LogisticModel(names, weights, bias);
    }
}
