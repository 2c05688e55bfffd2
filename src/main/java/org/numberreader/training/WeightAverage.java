package org.numberreader.training;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.ParameterList;

/**
 * The exponential moving average of a network's weights over the training steps (Polyak and Juditsky, 1992), which
 * generalises better than the weights of any single step.
 */
final class WeightAverage {
    private final ParameterList source;
    private final ParameterList average;
    private final double decay;
    private int steps;

    /**
     * @param model whose weights change
     * @param averaged a model of the same network, which holds the average
     * @param steps how many it is the average of already
     */
    WeightAverage(Model model, Model averaged, double decay, int steps) {
        this.source = model.getBlock().getParameters();
        this.average = averaged.getBlock().getParameters();
        this.decay = decay;
        this.steps = steps;
    }

    /** Takes the weights as they are now into the average. */
    void update() {
        // A fixed decay would keep the random start in the average for long: begin with a plain mean.
        steps++;
        double keep = Math.min(decay, (steps - 1.0) / steps);
        for (int i = 0; i < source.size(); i++) {
            NDArray kept = average.valueAt(i).getArray();
            kept.muli(keep);
            try (NDArray added = source.valueAt(i).getArray().mul(1 - keep)) {
                kept.addi(added);
            }
        }
    }
}
