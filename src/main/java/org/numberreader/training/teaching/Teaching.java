package org.numberreader.training.teaching;

import ai.djl.training.loss.Loss;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a network learns from: labels and, where there are teachers, their likelihoods too (Hinton et al., 2015).
 *
 * @param teachers whose mean likelihoods count
 * @param temperature what all logits are divided by before they are compared, so that the unlikely classes count
 * @param labels how much the label counts of a picture that the teachers know; it is 1 of any other
 * @param likelihoods how much the teachers' likelihoods count
 * @param noDigit how much the label of what is no digit counts, in place of 1
 */
public record Teaching(Teachers teachers, double temperature, double labels, double likelihoods, double noDigit) {
    /** What teachers may know: the ten digits, and "not a digit". */
    public static final int CLASSES = 11;

    /** Labels alone. */
    public static final Teaching NONE = new Teaching(Teachers.NONE, 1, 1, 0, 1);

    /** Whether only labels teach. */
    public boolean isNone() {
        return teachers.isEmpty();
    }

    /**
     * What is made small: it takes the labels, N×1, and behind them the likelihoods, N×{@value #CLASSES}, if there are
     * teachers.
     */
    public Loss loss() {
        return new TeachingLoss(this);
    }

    /**
     * The teachers' likelihoods at the temperature.
     *
     * @see Teachers#likelihoods
     */
    public float[] likelihoods(float[] values, boolean[] known) {
        return teachers.likelihoods(values, known, temperature);
    }

    /** As a model card keeps it. */
    public Map<String, Object> described() {
        var description = new LinkedHashMap<String, Object>();
        description.put("noDigitWeight", noDigit);
        if (!isNone()) {
            description.put("temperature", temperature);
            description.put("labelWeight", labels);
            description.put("likelihoodWeight", likelihoods);
            description.put("teachersOnnxSha256", List.copyOf(teachers.sha256()));
        }
        return description;
    }
}
