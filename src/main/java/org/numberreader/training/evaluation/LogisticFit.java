package org.numberreader.training.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.numberreader.decoding.Feature;
import org.numberreader.decoding.LogisticModel;

/** Logistic regression with a ridge, by Newton's method (Hastie, Tibshirani and Friedman, 2009, section 4.4). */
public final class LogisticFit {
    /** No kind weighs more than so many examples: a folder of 600 must not drown one of 40. */
    private static final double MOST_OF_A_KIND = 200;

    /** Newton's method converges quadratically: needing more steps than these is a fault. */
    private static final int MOST_STEPS = 200;

    /** Of the Newton decrement, which is about twice what the loss still lacks. */
    private static final double CONVERGED = 1e-16;

    /** So small a part of Newton's step is rounding. */
    private static final double LEAST_STEP = 1e-12;

    private final double[][] rows;
    private final double[] weights;
    private final boolean[] right;
    private final double ridge;

    /** Takes the examples' rows, and after them half a right and half a wrong example with average features. */
    private LogisticFit(
            List<Example> examples, double[] exampleWeights, Standardization standardization, double ridge) {
        int count = examples.size();
        this.rows = new double[count + 2][];
        this.weights = Arrays.copyOf(exampleWeights, count + 2);
        this.right = new boolean[count + 2];
        this.ridge = ridge;
        for (int i = 0; i < count; i++) {
            rows[i] = standardization.row(examples.get(i));
            right[i] = examples.get(i).right();
        }
        for (int i = count; i < count + 2; i++) {
            rows[i] = standardization.averageRow();
            weights[i] = 0.5;
            right[i] = i == count;
        }
    }

    /**
     * Fits how likely an example is right. An example weighs 1, less if there are more than {@value #MOST_OF_A_KIND} of
     * its kind: together they weigh {@value #MOST_OF_A_KIND}. Half a right and half a wrong example with average
     * features are added, so that the fit is finite even where all are right. A feature whose weight would have a sign
     * that its effect does not allow weighs 0: of such features the one with the largest weight is left out, and the
     * others are fitted again, until all agree. The result depends on nothing but the arguments.
     *
     * @param features in the order of the examples' values
     * @param ridge half of it times the sum of the squared weights of the standardised features is added to the loss;
     *     above 0
     * @throws IllegalArgumentException if there is no example, one has too few or too many features, or the ridge is
     *     not above 0
     */
    public static LogisticModel fit(List<Feature> features, List<Example> examples, double ridge) {
        if (examples.isEmpty() || !(ridge > 0) || Double.isInfinite(ridge)) {
            throw new IllegalArgumentException(examples.size() + " examples, ridge " + ridge);
        }
        for (var example : examples) {
            if (example.features().length != features.size()) {
                throw new IllegalArgumentException("An example of " + example.kind() + " has "
                        + example.features().length + " features, not " + features.size());
            }
        }
        var weights = weights(examples);
        var standardization = new Standardization(examples, weights, features.size());
        var fit = new LogisticFit(examples, weights, standardization, ridge);
        var names = features.stream().map(Feature::name).toList();
        return standardization.model(names, fit.allowed(features));
    }

    private static double[] weights(List<Example> examples) {
        var counts = examples.stream().collect(Collectors.groupingBy(Example::kind, Collectors.counting()));
        return examples.stream()
                .mapToDouble(example -> Math.min(1, MOST_OF_A_KIND / counts.getOrDefault(example.kind(), 1L)))
                .toArray();
    }

    /** The coefficients with the signs that the features' effects allow: backward elimination. */
    private double[] allowed(List<Feature> features) {
        while (true) {
            var at = coefficients(features.size() + 1);
            int worst = 0;
            for (int j = 1; j < at.length; j++) {
                boolean wrong = !features.get(j - 1).effect().allows(at[j]);
                if (wrong && (worst == 0 || Math.abs(at[j]) > Math.abs(at[worst]))) {
                    worst = j;
                }
            }
            if (worst == 0) {
                return at;
            }
            for (var row : rows) {
                row[worst] = 0; // as a constant feature is, whose weight remains 0
            }
        }
    }

    private double[] coefficients(int size) {
        var at = new double[size];
        for (int step = 0; step < MOST_STEPS; step++) {
            var gradient = new double[size];
            var hessian = new double[size][size];
            differentiate(at, gradient, hessian);
            var direction = Cholesky.solve(hessian, gradient);
            double decrement = dot(gradient, direction);
            if (decrement < CONVERGED) {
                return at;
            }
            var next = descend(at, direction, decrement);
            if (loss(next) >= loss(at)) {
                return at; // as near as double precision allows
            }
            at = next;
        }
        throw new IllegalStateException("No convergence in " + MOST_STEPS + " steps of Newton's method");
    }

    /** The whole step, or half of it as often as the loss does not fall enough (Armijo's rule). */
    private double[] descend(double[] from, double[] direction, double decrement) {
        double loss = loss(from);
        var next = minus(from, direction, 1);
        for (double length = 0.5; loss(next) > loss - 1e-4 * length * decrement && length >= LEAST_STEP; length /= 2) {
            next = minus(from, direction, length);
        }
        return next;
    }

    private double loss(double[] at) {
        double loss = 0;
        for (int i = 0; i < rows.length; i++) {
            double margin = right[i] ? dot(rows[i], at) : -dot(rows[i], at);
            loss += weights[i] * (Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin))));
        }
        for (int j = 1; j < at.length; j++) {
            loss += ridge / 2 * at[j] * at[j];
        }
        return loss;
    }

    /** Fills in the loss's gradient and the lower half of its Hessian. */
    private void differentiate(double[] at, double[] gradient, double[][] hessian) {
        for (int i = 0; i < rows.length; i++) {
            double probability = 1 / (1 + Math.exp(-dot(rows[i], at)));
            double slope = weights[i] * (probability - (right[i] ? 1 : 0));
            double curvature = weights[i] * probability * (1 - probability);
            for (int j = 0; j < at.length; j++) {
                gradient[j] += slope * rows[i][j];
                for (int k = 0; k <= j; k++) {
                    hessian[j][k] += curvature * rows[i][j] * rows[i][k];
                }
            }
        }
        for (int j = 1; j < at.length; j++) {
            gradient[j] += ridge * at[j];
            hessian[j][j] += ridge;
        }
    }

    private static double[] minus(double[] from, double[] direction, double length) {
        var result = from.clone();
        for (int j = 0; j < result.length; j++) {
            result[j] -= length * direction[j];
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
