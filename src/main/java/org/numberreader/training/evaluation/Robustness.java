package org.numberreader.training.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.numberreader.recognition.Accuracy;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.training.LabelledDigits;

/**
 * How well spoilt digits are known.
 *
 * @param mean accuracy over all corruptions and strengths, 0 to 1
 */
public record Robustness(double mean, List<OfCorruption> corruptions) {
    public Robustness {
        corruptions = List.copyOf(corruptions);
    }

    /** The mean over one corruption's strengths, and the strengths. */
    public record OfCorruption(Corruption corruption, double mean, List<OfStrength> strengths) {
        public OfCorruption {
            strengths = List.copyOf(strengths);
        }
    }

    /**
     * How often the digits were right, spoilt with one strength.
     *
     * @param refused the share taken for "not a digit", which is not right either
     */
    public record OfStrength(int strength, double amount, Accuracy accuracy, double refused) {
        static OfStrength of(Corruption corruption, int strength, List<DigitAnswer> answers) {
            long refused = answers.stream().filter(DigitAnswer::isRefused).count();
            return new OfStrength(
                    strength,
                    corruption.amount(strength),
                    DigitAnswer.accuracy(answers),
                    (double) refused / answers.size());
        }
    }

    /** How many pictures are looked at for so many digits. */
    public static long work(LabelledDigits digits) {
        return (long) digits.size() * Corruption.values().length * Corruption.STRENGTHS;
    }

    /**
     * Scores all the digits with every corruption in every strength.
     *
     * @param progress hears how many more are done
     */
    public static Robustness of(DigitClassifier classifier, LabelledDigits digits, IntConsumer progress) {
        var corruptions = Arrays.stream(Corruption.values())
                .map(corruption -> ofCorruption(classifier, digits, corruption, progress))
                .toList();
        return new Robustness(
                corruptions.stream().mapToDouble(OfCorruption::mean).average().orElseThrow(), corruptions);
    }

    private static OfCorruption ofCorruption(
            DigitClassifier classifier, LabelledDigits digits, Corruption corruption, IntConsumer progress) {
        var strengths = IntStream.rangeClosed(1, Corruption.STRENGTHS)
                .mapToObj(strength -> {
                    var answers = DigitAnswer.all(
                            classifier, digits, i -> corruption.of(digits.frame(i), strength, i), progress);
                    return OfStrength.of(corruption, strength, answers);
                })
                .toList();
        double mean = strengths.stream()
                .mapToDouble(found -> found.accuracy().accuracy())
                .average()
                .orElseThrow();
        return new OfCorruption(corruption, mean, strengths);
    }
}
