package org.numberreader.training.strokes;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How one writer writes; all that one hand writes leans and is drawn alike.
 *
 * @param slant horizontal, units a unit of height, positive to the right
 * @param turn in radians
 * @param width of a sign, 1 is the width of its template
 * @param pen the line's width in pixels of a frame whose box is 20 pixels
 * @param unrest how far points stray, 1 is usual
 */
public record Hand(double slant, double turn, double width, double pen, double unrest) {
    /** How far the plane is bent, in units: more turns a 9 into a 4. */
    private static final double BEND = 3;

    private static final double STRAY = 1.6;

    /** How far a stroke after the first is set off, in units, turned, in radians, and lengthened: bars of 7s vary most. */
    private static final double OFF = 3;

    private static final double TURNED = 0.08;
    private static final double LONGER = 0.16;

    /** How far a stroke's end overshoots or stops short. */
    private static final double OVERSHOOT = 4;

    /** A hand out of the many: slants −15 to 30 degrees, pens 0.8 to 4.5 pixels with thin ones as frequent as bold ones. */
    public static Hand any(Random random) {
        double slant = Math.toRadians(clamped(6 + 10 * random.nextGaussian(), -15, 30));
        double turn = Math.toRadians(clamped(4 * random.nextGaussian(), -10, 10));
        double width = Math.exp(clamped(0.03 + 0.24 * random.nextGaussian(), -0.45, 0.6));
        double pen = 0.8 * Math.pow(4.5 / 0.8, random.nextDouble());
        double unrest = 0.3 + 1.4 * random.nextDouble();
        return new Hand(Math.tan(slant), turn, width, pen, unrest);
    }

    /** The same hand, but no wider than this. */
    Hand atMost(double widest) {
        return new Hand(slant, turn, Math.min(width, widest), pen, unrest);
    }

    /** Writes a shape once: polylines in the shape's units, x and y by turns. */
    List<float[]> write(StrokeShape shape, Random random) {
        var bend = Bend.any(BEND * unrest, random);
        int rounding = random.nextInt(3);
        var lines = new ArrayList<float[]>(shape.strokes().size());
        for (var stroke : shape.strokes()) {
            float[] points = stroke.points().clone();
            if (!lines.isEmpty()) {
                lift(points, random);
            }
            stray(points, random);
            reach(points, 0, 2, random);
            reach(points, points.length - 2, points.length - 4, random);
            bend.apply(points);
            lean(points);
            float[] line = stroke.through(points).line();
            for (int i = 0; i < rounding; i++) {
                round(line);
            }
            lines.add(line);
        }
        return lines;
    }

    /** Where the pen comes down again: a stroke that was not begun where the last one ended is never quite in its place. */
    private void lift(float[] points, Random random) {
        double turned = TURNED * unrest * random.nextGaussian();
        double longer = Math.exp(LONGER * unrest * random.nextGaussian());
        double right = OFF * unrest * random.nextGaussian();
        double down = OFF * unrest * random.nextGaussian();
        double cos = longer * Math.cos(turned);
        double sin = longer * Math.sin(turned);
        double middleX = middle(points, 0);
        double middleY = middle(points, 1);
        for (int i = 0; i < points.length; i += 2) {
            double x = points[i] - middleX;
            double y = points[i + 1] - middleY;
            points[i] = (float) (middleX + right + cos * x - sin * y);
            points[i + 1] = (float) (middleY + down + sin * x + cos * y);
        }
    }

    private static double middle(float[] points, int axis) {
        double sum = 0;
        for (int i = axis; i < points.length; i += 2) {
            sum += points[i];
        }
        return 2 * sum / points.length;
    }

    private void stray(float[] points, Random random) {
        double right = STRAY * unrest * random.nextGaussian();
        double down = STRAY * unrest * random.nextGaussian();
        for (int i = 0; i < points.length; i += 2) {
            points[i] += (float) (right + STRAY * unrest * random.nextGaussian());
            points[i + 1] += (float) (down + STRAY * unrest * random.nextGaussian());
        }
    }

    /** Moves an end along its own direction; short strokes are dots and keep their ends. */
    private void reach(float[] points, int end, int next, Random random) {
        double x = points[end] - points[next];
        double y = points[end + 1] - points[next + 1];
        double length = Math.sqrt(x * x + y * y);
        double by = Math.min(length / 2, OVERSHOOT * unrest * random.nextGaussian()) / Math.max(length, 8);
        points[end] += (float) (x * by);
        points[end + 1] += (float) (y * by);
    }

    private void lean(float[] points) {
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        for (int i = 0; i < points.length; i += 2) {
            double x = points[i] * width - points[i + 1] * slant;
            double y = points[i + 1];
            points[i] = (float) (cos * x - sin * y);
            points[i + 1] = (float) (sin * x + cos * y);
        }
    }

    /** A quick hand rounds its corners. */
    private static void round(float[] line) {
        for (int axis = 0; axis < 2; axis++) {
            float before = line[axis];
            for (int i = 2 + axis; i < line.length - 2; i += 2) {
                float own = line[i];
                line[i] = (before + 2 * own + line[i + 2]) / 4;
                before = own;
            }
        }
    }

    private static double clamped(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
