package org.numberreader.decoding;

/**
 * How likely it is that a number is right, from its share among all readings of the same ink. The share alone says too
 * little: a digit that was taken for a letter is in none of the readings, and long numbers' shares are too low.
 */
final class Confidence {
    /** A logistic regression on labelled pictures; docs/reading.md says on which. */
    private static final double SLOPE = 0.8;

    private static final double OFFSET = 1.6;

    /** What a tall mark that was left out beside the digits takes away. */
    private static final double LEFT_OUT = 4;

    private static final double LEAST = 1e-9;

    private final double share;
    private final double sure;

    /**
     * @param share of the best reading, 0 to 1
     * @param leftOut whether a mark as tall as a digit beside the digits, or between them, was left out
     */
    Confidence(double share, boolean leftOut) {
        this.share = share;
        double odds = Math.log(Math.max(LEAST, share) / Math.max(LEAST, 1 - share));
        this.sure = 1 / (1 + Math.exp(-(SLOPE * odds + OFFSET - (leftOut ? LEFT_OUT : 0))));
    }

    /** The probability that the best reading is right. */
    double ofBest() {
        return sure;
    }

    /** That of a runner-up: what the best one leaves, as the shares part it. */
    double of(double otherShare) {
        return otherShare * (1 - sure) / Math.max(LEAST, 1 - share);
    }
}
