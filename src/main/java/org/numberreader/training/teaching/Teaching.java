package org.numberreader.training.teaching;

import ai.djl.training.loss.Loss;
import java.util.List;
import java.util.Map;

/**
 * What a network learns from: labels and, where there are teachers, their likelihoods too (Hinton et al., 2015).
 *
 * @param teachers whose mean likelihoods count
 * @param temperature what all logits are divided by before they are compared, so that the unlikely classes count
 * @param share of the loss that is the teachers'; the labels have the rest
 */
public record Teaching(Teachers teachers, double temperature, double share) {
    /** Labels alone. */
    public static final Teaching NONE = new Teaching(Teachers.NONE, 1, 0);

    /** Whether only labels teach. */
    public boolean isNone() {
        return teachers.isEmpty();
    }

    /** What is made small: it takes the labels, N×1, and behind them the likelihoods, N×classes, if there are teachers. */
    public Loss loss() {
        return isNone() ? Loss.softmaxCrossEntropyLoss() : new DistillationLoss(temperature, share);
    }

    /**
     * The teachers' likelihoods at the temperature.
     *
     * @see Teachers#likelihoods
     */
    public float[] likelihoods(float[] values, int count) {
        return teachers.likelihoods(values, count, temperature);
    }

    /** As a model card keeps it; empty if only labels teach. */
    public Map<String, Object> described() {
        return isNone()
                ? Map.of()
                : Map.of(
                        "teaching",
                        Map.of(
                                "temperature",
                                temperature,
                                "share",
                                share,
                                "onnxSha256",
                                List.copyOf(teachers.sha256())));
    }
}
