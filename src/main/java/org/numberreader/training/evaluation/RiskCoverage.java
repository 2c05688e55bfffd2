package org.numberreader.training.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many answers are wrong if only the most confident ones are kept (Geifman and El-Yaniv, 2017).
 *
 * @param area the mean risk over all coverages, 0 to 1: the lower, the better wrong answers stand out
 * @param points at a few coverages, the whole first
 */
public record RiskCoverage(double area, List<Point> points) {
    private static final double[] COVERAGES = {
        1, 0.998, 0.995, 0.99, 0.98, 0.97, 0.96, 0.95, 0.925, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.4, 0.3,
        0.2, 0.1
    };

    public RiskCoverage {
        points = List.copyOf(points);
    }

    /**
     * What is kept at one bound.
     *
     * @param coverage the kept answers' share
     * @param risk the wrong ones' share among them
     * @param confidence the bound: that and above is kept
     */
    public record Point(double coverage, double risk, double confidence) {}

    public static RiskCoverage of(List<Judged> answers) {
        var all = kept(answers);
        double area = 0;
        double before = 0;
        for (var point : all) {
            area += (point.coverage - before) * point.risk;
            before = point.coverage;
        }
        var points = new ArrayList<Point>();
        for (double coverage : COVERAGES) {
            all.stream()
                    .filter(point -> point.coverage >= coverage)
                    .findFirst()
                    .filter(point -> !points.contains(point))
                    .ifPresent(points::add);
        }
        return new RiskCoverage(area, points);
    }

    /** A point for each confidence that occurs, the highest first: equal ones can only be kept together. */
    private static List<Point> kept(List<Judged> answers) {
        var sorted = answers.stream()
                .sorted(Comparator.comparingDouble(Judged::confidence).reversed())
                .toList();
        var points = new ArrayList<Point>();
        int wrong = 0;
        for (int i = 0; i < sorted.size(); i++) {
            wrong += sorted.get(i).right() ? 0 : 1;
            double confidence = sorted.get(i).confidence();
            if (i + 1 == sorted.size() || sorted.get(i + 1).confidence() < confidence) {
                points.add(new Point((i + 1.0) / sorted.size(), wrong / (i + 1.0), confidence));
            }
        }
        return points;
    }
}
