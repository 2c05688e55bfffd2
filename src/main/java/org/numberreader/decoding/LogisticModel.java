package org.numberreader.decoding;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;

/**
 * A logistic regression over named features: how likely it is that something is right.
 *
 * @param features their names, in the order of the weights
 * @param weights what one unit of each feature adds to the log odds
 * @param bias the log odds where all features are 0
 */
public record LogisticModel(
        @JsonProperty(required = true) List<String> features,
        @JsonProperty(required = true) List<Double> weights,
        @JsonProperty(required = true) double bias) {
    private static final String PACKAGED = "models/line/confidence.json";

    /**
     * Checks what a file may say.
     *
     * @throws IllegalArgumentException if names and weights do not match, or a number is not finite
     */
    public LogisticModel {
        features = List.copyOf(features);
        weights = List.copyOf(weights);
        if (features.size() != weights.size()) {
            throw new IllegalArgumentException(features.size() + " features, but " + weights.size() + " weights");
        }
        if (new HashSet<>(features).size() < features.size()) {
            throw new IllegalArgumentException("A feature is named twice in " + features);
        }
        if (!Double.isFinite(bias) || !weights.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Bias " + bias + " and weights " + weights + " must be finite");
        }
    }

    /**
     * The confidence's model that is packaged with the line recogniser.
     *
     * @throws UncheckedIOException if it is not packaged or cannot be read
     */
    public static LogisticModel packaged() {
        try (InputStream in = LogisticModel.class.getClassLoader().getResourceAsStream(PACKAGED)) {
            if (in == null) {
                throw new FileNotFoundException("not packaged: " + PACKAGED);
            }
            return new ObjectMapper().readValue(in, LogisticModel.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How likely it is with these features.
     *
     * @param values of the features, in their order
     * @return 0 to 1
     * @throws IllegalArgumentException if there are too few or too many values, or one is not finite
     */
    public double probability(double... values) {
        if (values.length != features.size()) {
            throw new IllegalArgumentException(values.length + " values for the features " + features);
        }
        double logOdds = bias;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(features.get(i) + " is " + values[i] + ", and must be finite");
            }
            logOdds += weights.get(i) * values[i];
        }
        return 1 / (1 + Math.exp(-logOdds));
    }
}
