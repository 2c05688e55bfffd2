package org.numberreader.training.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.numberreader.recognition.Accuracy;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.training.LabelledDigits;

/**
 * How well labelled digits are known, by the very scores that readings are made of.
 *
 * @param accuracy over all pictures; "not a digit" is wrong
 * @param amongDigits the same among the ten digits alone, "not a digit" left out: closed-set accuracy
 * @param digits {@code accuracy} for each digit that occurs, 0 first
 * @param confusion for each digit how often it was taken for which: ten columns, and an eleventh for "not a digit"
 * @param crossEntropy mean over the pictures, nats
 * @param brier mean squared error of the chances (Brier, 1950), 0 to 2
 * @param worst the {@value #WORST} pictures whose truth was given the least chance, the worst first
 */
public record Evaluation(
        Accuracy accuracy,
        Accuracy amongDigits,
        List<OfDigit> digits,
        List<List<Integer>> confusion,
        Calibration calibration,
        RiskCoverage coverage,
        double crossEntropy,
        double brier,
        List<DigitAnswer> worst) {
    private static final int WORST = 50;

    public Evaluation {
        digits = List.copyOf(digits);
        confusion = List.copyOf(confusion);
        worst = List.copyOf(worst);
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
        var answers = DigitAnswer.all(classifier, digits, digits::frame, progress);
        int[][] confusion = confusion(answers);
        var judged = answers.stream()
                .map(answer -> new Judged(answer.confidence(), answer.isRight()))
                .toList();
        return new Evaluation(
                DigitAnswer.accuracy(answers),
                DigitAnswer.amongDigits(answers),
                ofDigits(confusion),
                Arrays.stream(confusion)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList(),
                Calibration.of(judged),
                RiskCoverage.of(judged),
                answers.stream().mapToDouble(Evaluation::loss).average().orElseThrow(),
                answers.stream()
                        .mapToDouble(DigitAnswer::squaredError)
                        .average()
                        .orElseThrow(),
                answers.stream()
                        .sorted(Comparator.comparingDouble(DigitAnswer::ofTruth))
                        .limit(WORST)
                        .toList());
    }

    private static int[][] confusion(List<DigitAnswer> answers) {
        var counts = new int[10][DigitAnswer.NOT_A_DIGIT + 1];
        answers.forEach(answer -> counts[answer.truth()][answer.read()]++);
        return counts;
    }

    private static List<OfDigit> ofDigits(int[][] confusion) {
        return IntStream.range(0, 10)
                .filter(digit -> Arrays.stream(confusion[digit]).sum() > 0)
                .mapToObj(digit -> new OfDigit(
                        digit,
                        Accuracy.of(
                                confusion[digit][digit],
                                Arrays.stream(confusion[digit]).sum())))
                .toList();
    }

    /** A chance too small for a float is taken as the smallest one. */
    private static double loss(DigitAnswer answer) {
        return -Math.log(Math.max(answer.ofTruth(), Float.MIN_VALUE));
    }
}
