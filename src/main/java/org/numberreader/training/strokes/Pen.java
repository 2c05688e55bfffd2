package org.numberreader.training.strokes;

import java.util.Random;

/**
 * A round pen under a hand whose pressure changes along a stroke.
 *
 * @param width in pixels, at the mean pressure
 * @param swell how far the width changes, as a share of it
 * @param waves of pressure along a stroke
 * @param phase of the pressure at the start
 * @param skip where along a stroke the ink fails, below 0 for nowhere
 */
record Pen(double width, double swell, double waves, double phase, double skip) {
    private static final double SWELL = 0.25;
    private static final double SKIPS = 0.04;
    private static final double SKIPPED = 0.05;

    static Pen any(double width, Random random) {
        double swell = SWELL * random.nextDouble();
        double waves = 0.5 + 2 * random.nextDouble();
        double phase = 2 * Math.PI * random.nextDouble();
        double skip = random.nextDouble() / SKIPS;
        return new Pen(width, swell, waves, phase, skip < 1 ? skip : -1);
    }

    /** Half the width at a place along a stroke, 0 at its start and 1 at its end. */
    double radius(double along) {
        return width / 2 * (1 + swell * Math.sin(phase + 2 * Math.PI * waves * along));
    }

    boolean touches(double along) {
        return Math.abs(along - skip) > SKIPPED / 2;
    }
}
