package org.numberreader.training.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether answers are right as often as their confidences say.
 *
 * @param error the expected calibration error over {@value #BINS} bins of equal width (Guo et al., 2017), 0 to 1; 0
 *     where there are no answers
 * @param bins those with answers, the least confident first
 */
public record Calibration(double error, List<Bin> bins) {
    private static final int BINS = 15;

    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * The answers with a confidence of {@code low} to {@code high}.
     *
     * @param confidence their mean
     * @param accuracy the right ones' share
     */
    public record Bin(double low, double high, int count, double confidence, double accuracy) {}

    public static Calibration of(List<Judged> answers) {
        var counts = new int[BINS];
        var right = new int[BINS];
        var confidence = new double[BINS];
        for (var answer : answers) {
            int bin = Math.min(BINS - 1, (int) (answer.confidence() * BINS));
            counts[bin]++;
            right[bin] += answer.right() ? 1 : 0;
            confidence[bin] += answer.confidence();
        }
        var bins = new ArrayList<Bin>();
        double gaps = 0;
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                bins.add(new Bin(
                        (double) i / BINS,
                        (i + 1.0) / BINS,
                        counts[i],
                        confidence[i] / counts[i],
                        (double) right[i] / counts[i]));
                gaps += Math.abs(right[i] - confidence[i]);
            }
        }
        return new Calibration(gaps / Math.max(1, answers.size()), bins);
    }
}
