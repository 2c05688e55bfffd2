package org.numberreader.training;

import java.util.Random;
import org.numberreader.recognition.DigitFrame;

/**
 * How far a training picture is turned, scaled, sheared and shifted at random, each evenly within ± its bound, and how
 * much it is bent.
 *
 * @param degrees of rotation
 * @param scale of each side, as a share of it
 * @param shear horizontal, pixels a pixel of height
 * @param shift as a share of the frame's side
 * @param elastic the standard deviation in pixels of a smooth random displacement (Simard et al., 2003)
 */
public record Augmentation(double degrees, double scale, double shear, double shift, double elastic) {
    /** Pictures as they are. */
    static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0);

    private static final int SIDE = DigitFrame.SIDE;

    /** Pixels between the points where the displacement is drawn; between them it is interpolated. */
    private static final int MESH = 9;

    private static final int KNOTS = SIDE / MESH + 2;

    /**
     * Draws one changed picture, bilinearly interpolated.
     *
     * @param pixels 784 bytes, 255 is ink
     * @param target where 784 values of 0 to 1 go, from {@code offset}
     */
    void apply(byte[] pixels, Random random, float[] target, int offset) {
        double[] affine = affine(random, 1);
        double centre = (SIDE - 1) / 2.0;
        double x0 = centre + even(random, shift) * SIDE;
        double y0 = centre + even(random, shift) * SIDE;
        double[] bend = bend(random);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double dx = x - x0;
                double dy = y - y0;
                double sourceX = affine[0] * dx + affine[1] * dy + centre + bent(bend, 0, x, y);
                double sourceY = affine[2] * dx + affine[3] * dy + centre + bent(bend, 1, x, y);
                target[offset + y * SIDE + x] = (float) (interpolated(pixels, sourceX, sourceY) / 255);
            }
        }
    }

    /**
     * Where a pixel at (dx, dy) from the centre comes from: (a[0] dx + a[1] dy, a[2] dx + a[3] dy).
     *
     * @param enlarged how many times larger the result is
     */
    double[] affine(Random random, double enlarged) {
        double angle = Math.toRadians(even(random, degrees));
        double wide = 1 / (1 + even(random, scale)) / enlarged;
        double high = 1 / (1 + even(random, scale)) / enlarged;
        double lean = even(random, shear);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new double[] {(cos - lean * sin) * wide, (sin + lean * cos) * wide, -sin * high, cos * high};
    }

    /** Displacements along x and y by turns at the knots of a coarse mesh; empty where nothing is bent. */
    private double[] bend(Random random) {
        if (elastic == 0) {
            return new double[0];
        }
        var bend = new double[2 * KNOTS * KNOTS];
        for (int i = 0; i < bend.length; i++) {
            bend[i] = elastic * random.nextGaussian();
        }
        return bend;
    }

    private static double bent(double[] bend, int axis, int x, int y) {
        if (bend.length == 0) {
            return 0;
        }
        int at = 2 * (y / MESH * KNOTS + x / MESH) + axis;
        double across = (double) (x % MESH) / MESH;
        double along = (double) (y % MESH) / MESH;
        double upper = bend[at] * (1 - across) + bend[at + 2] * across;
        double lower = bend[at + 2 * KNOTS] * (1 - across) + bend[at + 2 * KNOTS + 2] * across;
        return upper * (1 - along) + lower * along;
    }

    private static double even(Random random, double bound) {
        return (random.nextDouble() * 2 - 1) * bound;
    }

    static double interpolated(byte[] pixels, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double across = x - left;
        double along = y - top;
        double upper = at(pixels, left, top) * (1 - across) + at(pixels, left + 1, top) * across;
        double lower = at(pixels, left, top + 1) * (1 - across) + at(pixels, left + 1, top + 1) * across;
        return upper * (1 - along) + lower * along;
    }

    private static int at(byte[] pixels, int x, int y) {
        return x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : pixels[y * SIDE + x] & 0xff;
    }
}
