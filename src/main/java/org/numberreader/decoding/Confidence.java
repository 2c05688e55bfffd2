package org.numberreader.decoding;

/** How likely it is that all of a number's text is right: {@link LogisticModel#probability}, or a test's own. */
@FunctionalInterface
public interface Confidence {
    /** The probability from a number's features, which {@link ConfidenceFeatures#NAMES} names; 0 to 1. */
    double of(double[] features);
}
