package org.numberreader.training.strokes;

/** One movement of the pen: a smooth curve through points, sharp only where a point is a corner. */
final class PenStroke {
    /** Units between two points of the drawn line; a digit is 100 units high, a frame's box 20 pixels. */
    private static final double STEP = 5;

    private final float[] points;
    private final boolean[] corners;

    /** @param points x and y by turns, taken over without a copy */
    PenStroke(float[] points, boolean[] corners) {
        this.points = points;
        this.corners = corners;
    }

    /** Reads "x,y x,y! x,y", where "!" makes a corner. */
    static PenStroke parse(String text) {
        String[] words = text.strip().split("\\s+", -1);
        var points = new float[2 * words.length];
        var corners = new boolean[words.length];
        for (int i = 0; i < words.length; i++) {
            corners[i] = words[i].endsWith("!");
            String[] place = words[i].replace("!", "").split(",", 2);
            points[2 * i] = Float.parseFloat(place[0]);
            points[2 * i + 1] = Float.parseFloat(place[1]);
        }
        return new PenStroke(points, corners);
    }

    /** The points of the curve, x and y by turns: not a copy, to be read. */
    float[] points() {
        return points;
    }

    /** The same stroke through other points. */
    PenStroke through(float[] moved) {
        return new PenStroke(moved, corners);
    }

    /** The curve as a polyline, x and y by turns. */
    float[] line() {
        int last = corners.length - 1;
        var steps = new int[last];
        int count = 1;
        for (int i = 0; i < last; i++) {
            steps[i] = (int) Math.max(1, Math.ceil(length(i) / STEP));
            count += steps[i];
        }
        var line = new float[2 * count];
        line[0] = points[0];
        line[1] = points[1];
        int at = 2;
        for (int i = 0; i < last; i++) {
            for (int axis = 0; axis < 2; axis++) {
                piece(i, axis, steps[i], line, at);
            }
            at += 2 * steps[i];
        }
        return line;
    }

    /** A cubic Hermite piece along one axis, from point i to the next. */
    private void piece(int i, int axis, int steps, float[] line, int at) {
        double from = points[2 * i + axis];
        double to = points[2 * i + 2 + axis];
        double leaving = slope(i, axis, i);
        double arriving = slope(i + 1, axis, i);
        for (int step = 1; step <= steps; step++) {
            double t = (double) step / steps;
            double rest = 1 - t;
            double value = from * rest * rest * (1 + 2 * t)
                    + to * t * t * (3 - 2 * t)
                    + leaving * t * rest * rest
                    - arriving * t * t * rest;
            line[at + 2 * step - 2 + axis] = (float) value;
        }
    }

    /** How the curve runs through a point; weighted by chord, so that uneven points make no loops. */
    private double slope(int point, int axis, int piece) {
        double own = points[2 * piece + 2 + axis] - points[2 * piece + axis];
        int other = point == piece ? piece - 1 : piece + 1;
        if (corners[point] || other < 0 || other >= corners.length - 1) {
            return own;
        }
        double ownLength = length(piece);
        double otherLength = length(other);
        double neighbour = points[2 * other + 2 + axis] - points[2 * other + axis];
        double weighted = own / ownLength * otherLength + neighbour / otherLength * ownLength;
        return weighted / (ownLength + otherLength) * ownLength;
    }

    private double length(int piece) {
        double x = points[2 * piece + 2] - points[2 * piece];
        double y = points[2 * piece + 3] - points[2 * piece + 1];
        return Math.sqrt(x * x + y * y) + 1e-3;
    }
}
