package org.numberreader.training;

import java.util.Arrays;
import java.util.Random;
import org.numberreader.recognition.DigitFrame;

/**
 * Wears a whole frame, paper and ink alike: grain, a soft lens, faint ink, a line across it, a hole in it, too few
 * pixels. Other readers' frames come so, and a network that has only seen wiped paper takes grain for "not a digit".
 */
final class FrameWear {
    private static final int SIDE = DigitFrame.SIDE;

    private FrameWear() {}

    /**
     * Wears one frame in one way.
     *
     * @param frame 784 values of 0 for paper to 1 for ink, from {@code offset}
     */
    static void apply(Random random, float[] frame, int offset) {
        switch (random.nextInt(6)) {
            case 0 -> grain(random, frame, offset);
            case 1 -> blur(0.4 + 1.7 * random.nextDouble(), frame, offset);
            case 2 -> fade((float) (0.15 + 0.8 * random.nextDouble()), frame, offset);
            case 3 -> line(random, frame, offset);
            case 4 -> hole(random, frame, offset);
            default -> shrink(8 + random.nextInt(14), frame, offset);
        }
    }

    private static void grain(Random random, float[] frame, int offset) {
        double deviation = 0.4 * random.nextDouble();
        for (int i = offset; i < offset + SIDE * SIDE; i++) {
            frame[i] = (float) Math.max(0, Math.min(1, frame[i] + deviation * random.nextGaussian()));
        }
    }

    private static void fade(float left, float[] frame, int offset) {
        for (int i = offset; i < offset + SIDE * SIDE; i++) {
            frame[i] *= left;
        }
    }

    /** A Gaussian of that deviation in pixels. */
    private static void blur(double deviation, float[] frame, int offset) {
        int radius = (int) Math.ceil(2.5 * deviation);
        var kernel = new float[2 * radius + 1];
        float sum = 0;
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = (float) Math.exp(-i * i / (2 * deviation * deviation));
            sum += kernel[i + radius];
        }
        var rows = new float[SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            int x = i % SIDE;
            for (int k = Math.max(-radius, -x); k <= Math.min(radius, SIDE - 1 - x); k++) {
                rows[i] += kernel[k + radius] / sum * frame[offset + i + k];
            }
        }
        for (int i = 0; i < SIDE * SIDE; i++) {
            int y = i / SIDE;
            float value = 0;
            for (int k = Math.max(-radius, -y); k <= Math.min(radius, SIDE - 1 - y); k++) {
                value += kernel[k + radius] / sum * rows[i + k * SIDE];
            }
            frame[offset + i] = value;
        }
    }

    /** A straight line from one side of the frame to the other. */
    private static void line(Random random, float[] frame, int offset) {
        double start = random.nextDouble() * SIDE;
        double end = random.nextDouble() * SIDE;
        double half = 0.4 + 0.6 * random.nextDouble();
        double ink = 0.15 + 0.85 * random.nextDouble();
        boolean upright = random.nextBoolean();
        double run = (end - start) / SIDE;
        double straight = Math.sqrt(1 + run * run);
        for (int along = 0; along < SIDE; along++) {
            double middle = start + run * along;
            int first = Math.max(0, (int) (middle - 3));
            for (int beside = first; beside < Math.min(SIDE, first + 7); beside++) {
                double covered = half + 0.5 - Math.abs(beside - middle) / straight;
                float value = (float) (ink * Math.max(0, Math.min(1, covered)));
                int pixel = offset + (upright ? along * SIDE + beside : beside * SIDE + along);
                frame[pixel] = Math.max(frame[pixel], value);
            }
        }
    }

    /** A rectangle of paper; larger ones would take away what the sign is. */
    private static void hole(Random random, float[] frame, int offset) {
        int wide = 2 + random.nextInt(6);
        int high = 2 + random.nextInt(6);
        int left = 3 + random.nextInt(SIDE - 6 - wide);
        int top = 3 + random.nextInt(SIDE - 6 - high);
        for (int y = top; y < top + high; y++) {
            Arrays.fill(frame, offset + y * SIDE + left, offset + y * SIDE + left + wide, 0);
        }
    }

    /** So many pixels a side, each the mean of what it covers, and back by interpolation. */
    private static void shrink(int side, float[] frame, int offset) {
        float step = (float) SIDE / side;
        var small = new float[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                small[y * side + x] = mean(frame, offset, x * step, y * step, step);
            }
        }
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                frame[offset + y * SIDE + x] =
                        interpolated(small, side, (x + 0.5f) / step - 0.5f, (y + 0.5f) / step - 0.5f);
            }
        }
    }

    private static float mean(float[] frame, int offset, float left, float top, float step) {
        float sum = 0;
        for (int y = (int) top; y < Math.min(SIDE, top + step); y++) {
            float high = Math.min(y + 1, top + step) - Math.max(y, top);
            for (int x = (int) left; x < Math.min(SIDE, left + step); x++) {
                float wide = Math.min(x + 1, left + step) - Math.max(x, left);
                sum += high * wide * frame[offset + y * SIDE + x];
            }
        }
        return sum / (step * step);
    }

    private static float interpolated(float[] values, int side, float x, float y) {
        int left = Math.max(0, Math.min(side - 2, (int) Math.floor(x)));
        int top = Math.max(0, Math.min(side - 2, (int) Math.floor(y)));
        float across = Math.max(0, Math.min(1, x - left));
        float along = Math.max(0, Math.min(1, y - top));
        int at = top * side + left;
        float upper = values[at] * (1 - across) + values[at + 1] * across;
        float lower = values[at + side] * (1 - across) + values[at + side + 1] * across;
        return upper * (1 - along) + lower * along;
    }
}
