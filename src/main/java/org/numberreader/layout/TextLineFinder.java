package org.numberreader.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.numberreader.image.Mats;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** Groups the cells of a handwriting map to text lines: connected components, and those that continue each other. */
public final class TextLineFinder {
    /** Cells of that probability belong to a row: the one at which the two kinds of error are equal in training. */
    private static final float LEAST = 0.5f;

    /** Cells of at least that connect those (Canny, 1986: hysteresis). */
    private static final float CONNECTING = 0.3f;

    /** Parts of one line are at most that far apart, in heights of their digits: further, they are lines of their own. */
    private static final double CONTINUES = 3;

    private TextLineFinder() {}

    /** The lines from top to bottom, those beside each other from left to right. */
    public static List<TextLine> lines(HandwritingMap map) {
        int[] labels = labels(map);
        var rows = new TreeMap<Integer, Moments>();
        for (int cell = 0; cell < labels.length; cell++) {
            int x = cell % map.width();
            int y = cell / map.width();
            if (labels[cell] > 0 && map.numbers(x, y) >= LEAST) {
                rows.computeIfAbsent(labels[cell], label -> new Moments())
                        .add(x + 0.5, y + 0.5, map.numbers(x, y), map.digitHeight(x, y));
            }
        }
        return joined(rows.values().stream().map(row -> row.part(map.scale())).toList());
    }

    /** For each cell the number of its connected component; 0 where there is none. */
    private static int[] labels(HandwritingMap map) {
        var cells = new byte[map.width() * map.height()];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = (byte) (map.numbers(cell % map.width(), cell / map.width()) >= CONNECTING ? 1 : 0);
        }
        var labels = new int[cells.length];
        try (var mats = new Mats()) {
            Mat mask = mats.own(new Mat(map.height(), map.width(), CvType.CV_8UC1));
            mask.put(0, 0, cells);
            Mat components = mats.create();
            Imgproc.connectedComponents(mask, components, 8, CvType.CV_32S);
            components.get(0, 0, labels);
        }
        return labels;
    }

    /** A row's cells, summed up. */
    private static final class Moments {
        private double weight;
        private double x;
        private double y;
        private double xx;
        private double xy;
        private double yy;
        private double logHeight;
        private float highest;
        private final List<double[]> cells = new ArrayList<>();

        void add(double cellX, double cellY, float probability, float height) {
            weight += probability;
            x += probability * cellX;
            y += probability * cellY;
            xx += probability * cellX * cellX;
            xy += probability * cellX * cellY;
            yy += probability * cellY * cellY;
            logHeight += probability * Math.log(Math.max(1e-3, height));
            highest = Math.max(highest, probability);
            cells.add(new double[] {cellX, cellY});
        }

        Part part(double scale) {
            double meanX = x / weight;
            double meanY = y / weight;
            double varianceX = xx / weight - meanX * meanX;
            double varianceY = yy / weight - meanY * meanY;
            double covariance = xy / weight - meanX * meanY;
            // The direction in which the cells spread most; a part that is hardly longer than high has none.
            double angle = 0.5 * Math.atan2(2 * covariance, varianceX - varianceY);
            double height = Math.exp(logHeight / weight);
            double spread = varianceX + varianceY;
            double major = spread / 2 + Math.hypot((varianceX - varianceY) / 2, covariance);
            double longest = Math.sqrt(12 * major) * scale;
            // A blob's direction says nothing: the longer the row, the more its own counts.
            angle *= Math.max(0, Math.min(1, longest / height / 2 - 1));
            double from = Double.POSITIVE_INFINITY;
            double to = Double.NEGATIVE_INFINITY;
            for (double[] cell : cells) {
                double along = Math.cos(angle) * (cell[0] - meanX) + Math.sin(angle) * (cell[1] - meanY);
                from = Math.min(from, along - 0.5);
                to = Math.max(to, along + 0.5);
            }
            return new Part(meanX * scale, meanY * scale, from * scale, to * scale, angle, height, highest, weight);
        }
    }

    /** A connected part of a row: its middle, how far it reaches along its angle, and its digits' height. */
    private record Part(
            double x, double y, double from, double to, double angle, double height, double highest, double weight) {

        double startX() {
            return x + Math.cos(angle) * from;
        }

        double startY() {
            return y + Math.sin(angle) * from;
        }

        double endX() {
            return x + Math.cos(angle) * to;
        }

        double endY() {
            return y + Math.sin(angle) * to;
        }

        TextLine line() {
            return new TextLine(startX(), startY(), to - from, angle, height, highest);
        }
    }

    private static List<TextLine> joined(List<Part> parts) {
        var open = new ArrayList<>(parts);
        open.sort(Comparator.comparingDouble(Part::startX));
        boolean again = true;
        while (again) {
            again = false;
            for (int i = 0; i < open.size() && !again; i++) {
                for (int j = 0; j < open.size() && !again; j++) {
                    if (i != j && continues(open.get(i), open.get(j))) {
                        var both = both(open.get(i), open.get(j));
                        open.remove(Math.max(i, j));
                        open.remove(Math.min(i, j));
                        open.add(both);
                        again = true;
                    }
                }
            }
        }
        open.sort(Comparator.comparingDouble(Part::y));
        return inReadingOrder(open).stream().map(Part::line).toList();
    }

    /** Whether the other part goes on where this one ends: as high, as far up, and close. */
    private static boolean continues(Part part, Part other) {
        double height = Math.max(part.height, other.height);
        double lower = Math.min(part.height, other.height);
        // A single digit has no direction: the longer one's counts.
        double angle = part.to - part.from > other.to - other.from ? part.angle : other.angle;
        double gapX = other.startX() - part.endX();
        double gapY = other.startY() - part.endY();
        double along = Math.cos(angle) * gapX + Math.sin(angle) * gapY;
        double across = -Math.sin(angle) * gapX + Math.cos(angle) * gapY;
        return lower > 0.6 * height
                && Math.abs(across) < 0.4 * height
                && along > -0.5 * height
                && along < CONTINUES * height;
    }

    private static Part both(Part part, Part other) {
        double angle = Math.atan2(other.endY() - part.startY(), other.endX() - part.startX());
        double length = Math.hypot(other.endY() - part.startY(), other.endX() - part.startX());
        double weight = part.weight + other.weight;
        double height = (part.weight * part.height + other.weight * other.height) / weight;
        double middleX = (part.startX() + other.endX()) / 2;
        double middleY = (part.startY() + other.endY()) / 2;
        return new Part(
                middleX,
                middleY,
                -length / 2,
                length / 2,
                angle,
                height,
                Math.max(part.highest, other.highest),
                weight);
    }

    /** From top to bottom; what stands beside each other from left to right. */
    private static List<Part> inReadingOrder(List<Part> sorted) {
        var rows = new ArrayList<List<Part>>();
        for (var part : sorted) {
            List<Part> row = null;
            for (var candidate : rows) {
                var last = candidate.get(candidate.size() - 1);
                if (Math.abs(last.y - part.y) < 0.5 * Math.max(last.height, part.height)) {
                    row = candidate;
                }
            }
            if (row == null) {
                row = new ArrayList<>();
                rows.add(row);
            }
            row.add(part);
        }
        var ordered = new ArrayList<Part>();
        for (var row : rows) {
            row.sort(Comparator.comparingDouble(Part::startX));
            ordered.addAll(row);
        }
        return ordered;
    }
}
