package org.numberreader.training.strokes;

import java.util.Random;

/** A smooth displacement of the plane by one wave an axis: neighbouring points go together, as a hand's do. */
record Bend(double right, double down, double across, double along, double phase) {
    /** One wave is one to three signs long. */
    private static final double LONGEST = 300;

    /** @param far the standard deviation of the waves' heights, in units */
    static Bend any(double far, Random random) {
        double across = 2 * Math.PI / LONGEST * (1 + 2 * random.nextDouble());
        double along = 2 * Math.PI / LONGEST * (1 + 2 * random.nextDouble());
        double phase = 2 * Math.PI * random.nextDouble();
        return new Bend(far * random.nextGaussian(), far * random.nextGaussian(), across, along, phase);
    }

    /** @param points x and y by turns, moved in place */
    void apply(float[] points) {
        for (int i = 0; i < points.length; i += 2) {
            double wave = across * points[i] + along * points[i + 1] + phase;
            points[i] += (float) (right * Math.sin(wave));
            points[i + 1] += (float) (down * Math.cos(wave));
        }
    }
}
