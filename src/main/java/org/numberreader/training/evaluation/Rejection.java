package org.numberreader.training.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.numberreader.recognition.Accuracy;

/**
 * How many pictures that are no digit are refused, by the chance of the likeliest digit.
 *
 * @param threshold what refuses {@value #LOST} of the validation digits: a lower chance is refused
 * @param refused how many of the pictures it refuses
 * @param unread in how many of them the reader, told nothing, reads no number
 * @param curve from refusing no digit to refusing a tenth
 */
public record Rejection(double threshold, Accuracy refused, Accuracy unread, List<Point> curve) {
    /** The share of digits that may be lost. */
    public static final double LOST = 0.005;

    private static final int POINTS = 41;
    private static final double MOST_LOST = 0.1;

    public Rejection {
        curve = List.copyOf(curve);
    }

    /** The refused share of the validation digits and of the pictures that are no digit, at one threshold. */
    public record Point(double threshold, double digits, double others) {}

    /**
     * @param digits the chance of the likeliest digit for each validation digit
     * @param others what the reader made of each picture that is no digit
     */
    public static Rejection of(double[] digits, List<NoDigit> others) {
        double[] lowest = Arrays.stream(digits).sorted().toArray();
        double[] chances = others.stream().mapToDouble(NoDigit::chance).toArray();
        double threshold = threshold(lowest, LOST);
        var curve = IntStream.range(0, POINTS)
                .mapToDouble(i -> threshold(lowest, MOST_LOST * i / (POINTS - 1)))
                .distinct()
                .mapToObj(bound -> new Point(bound, below(lowest, bound), below(chances, bound)))
                .toList();
        int refused = (int) Math.round(below(chances, threshold) * chances.length);
        int unread = (int) others.stream().filter(NoDigit::unread).count();
        return new Rejection(
                threshold, Accuracy.of(refused, chances.length), Accuracy.of(unread, chances.length), curve);
    }

    /** The highest bound that has no more than a share of the values below it. */
    private static double threshold(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) Math.floor(share * sorted.length))];
    }

    private static double below(double[] values, double bound) {
        return Arrays.stream(values).filter(value -> value < bound).count() / (double) values.length;
    }
}
