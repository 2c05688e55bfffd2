package org.numberreader.decoding;

import java.util.List;

/**
 * A reading with what its confidences were computed from.
 *
 * @param features of each of the reading's numbers, in their order: values of {@link ConfidenceFeatures#ALL}
 */
public record Evidence(Reading reading, List<double[]> features) {
    public Evidence {
        features = List.copyOf(features);
        if (features.size() != reading.numbers().size()) {
            throw new IllegalArgumentException(features.size() + " numbers' features for "
                    + reading.numbers().size() + " numbers");
        }
    }
}
