package org.numberreader.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.numberreader.recognition.Accuracy;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitScores;

/**
 * How well labelled digits are known, by the very scores that readings are made of.
 *
 * @param accuracy over all pictures
 * @param digits the same for each digit that occurs, 0 first
 * @param confusion for each digit how often it was taken for which: ten columns, and an eleventh for "not a digit"
 * @param calibrationError the expected calibration error over {@value #BINS} bins of equal width (Guo et al., 2017), 0
 *     to 1
 * @param crossEntropy mean over the pictures, nats
 */
public record Evaluation(
        Accuracy accuracy,
        List<OfDigit> digits,
        List<List<Integer>> confusion,
        double calibrationError,
        double crossEntropy) {
    private static final int BINS = 15;
    private static final int NOT_A_DIGIT = 10;
    private static final int CHUNK = 250;

    public Evaluation {
        digits = List.copyOf(digits);
        confusion = List.copyOf(confusion);
    }

    /** How often the pictures of one digit were right. */
    public record OfDigit(int digit, Accuracy accuracy) {}

    /**
     * Scores all the digits.
     *
     * @param progress hears how many more are done
     * @throws IllegalArgumentException if there are none
     */
    public static Evaluation of(DigitClassifier classifier, LabelledDigits digits, IntConsumer progress) {
        var tally = new Tally();
        for (int start = 0; start < digits.size(); start += CHUNK) {
            int end = Math.min(digits.size(), start + CHUNK);
            List<DigitFrame> frames =
                    IntStream.range(start, end).mapToObj(digits::frame).toList();
            var scores = classifier.score(frames);
            for (int i = start; i < end; i++) {
                tally.add(digits.label(i), scores.get(i - start));
            }
            progress.accept(end - start);
        }
        return tally.evaluation();
    }

    /** Counts picture after picture. */
    private static final class Tally {
        private final int[][] confusion = new int[10][11];
        // The sum of the right ones less the sum of the confidences: what a bin is off by.
        private final double[] gaps = new double[BINS];
        private double crossEntropy;

        void add(int truth, DigitScores scores) {
            int best = scores.best();
            float confidence = scores.digits()[best];
            if (scores.notADigit() > confidence) {
                best = NOT_A_DIGIT;
                confidence = scores.notADigit();
            }
            confusion[truth][best]++;
            int bin = Math.min(BINS - 1, (int) (confidence * BINS));
            gaps[bin] += (best == truth ? 1 : 0) - confidence;
            // A chance too small for a float is taken as the smallest one.
            crossEntropy -= Math.log(Math.max(scores.digits()[truth], Float.MIN_VALUE));
        }

        Evaluation evaluation() {
            var digits = new ArrayList<OfDigit>();
            var rows = new ArrayList<List<Integer>>();
            int right = 0;
            int pictures = 0;
            for (int digit = 0; digit < 10; digit++) {
                int[] row = confusion[digit];
                int count = Arrays.stream(row).sum();
                rows.add(Arrays.stream(row).boxed().toList());
                right += row[digit];
                pictures += count;
                if (count > 0) {
                    digits.add(new OfDigit(digit, Accuracy.of(row[digit], count)));
                }
            }
            double gap = Arrays.stream(gaps).map(Math::abs).sum();
            return new Evaluation(Accuracy.of(right, pictures), digits, rows, gap / pictures, crossEntropy / pictures);
        }
    }
}
