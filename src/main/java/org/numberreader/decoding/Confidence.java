package org.numberreader.decoding;

/**
 * How likely it is that all of a number's text is right: {@link LogisticModel#probability} of what {@link ConfidenceFeatures} computes,
 * or a test's own. From {@link ReadingConfig#certain} on the number is certain.
 */
@FunctionalInterface
public interface Confidence {
    /** The probability from a number's features, which {@link ConfidenceFeatures#NAMES} names; 0 to 1. */
    double of(double[] features);
}
