package org.numberreader.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.numberreader.recognition.Accuracy;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitScores;
import org.numberreader.training.LabelledDigits;

/**
 * What a model said of one labelled digit.
 *
 * @param index which of the pictures
 * @param read 0 to 9, or {@value #NOT_A_DIGIT} for "not a digit"
 * @param likeliestDigit the likeliest digit, also where "not a digit" was read
 * @param confidence the chance of what was read, 0 to 1
 * @param likeliest the chance of that digit, 0 to 1
 * @param ofTruth the chance that it gave to the truth, 0 to 1
 * @param squaredError summed over all classes (Brier, 1950), 0 to 2
 */
public record DigitAnswer(
        int index,
        int truth,
        int read,
        int likeliestDigit,
        double confidence,
        double likeliest,
        double ofTruth,
        double squaredError) {
    static final int NOT_A_DIGIT = 10;

    private static final int CHUNK = 250;

    /**
     * Has all the digits scored, in batches so that memory stays bounded.
     *
     * @param frames what the classifier sees of the digit at an index
     * @param progress hears how many more are done
     */
    static List<DigitAnswer> all(
            DigitClassifier classifier, LabelledDigits digits, IntFunction<DigitFrame> frames, IntConsumer progress) {
        var answers = new ArrayList<DigitAnswer>(digits.size());
        for (int start = 0; start < digits.size(); start += CHUNK) {
            int end = Math.min(digits.size(), start + CHUNK);
            var scores = classifier.score(
                    IntStream.range(start, end).mapToObj(frames).toList());
            for (int i = start; i < end; i++) {
                answers.add(of(i, digits.label(i), scores.get(i - start)));
            }
            progress.accept(end - start);
        }
        return answers;
    }

    private static DigitAnswer of(int index, int truth, DigitScores scores) {
        float likeliest = scores.digits()[scores.best()];
        int read = scores.notADigit() > likeliest ? NOT_A_DIGIT : scores.best();
        float confidence = Math.max(likeliest, scores.notADigit());
        double squares = (double) scores.notADigit() * scores.notADigit();
        for (int digit = 0; digit < 10; digit++) {
            double gap = (double) scores.digits()[digit] - (digit == truth ? 1 : 0);
            squares += gap * gap;
        }
        return new DigitAnswer(
                index, truth, read, scores.best(), confidence, likeliest, scores.digits()[truth], squares);
    }

    /** The right ones' share with its interval. */
    static Accuracy accuracy(List<DigitAnswer> answers) {
        return share(answers, DigitAnswer::isRight);
    }

    /** The same where it is known that each picture is a digit: "not a digit" is left out. */
    static Accuracy amongDigits(List<DigitAnswer> answers) {
        return share(answers, answer -> answer.likeliestDigit == answer.truth);
    }

    private static Accuracy share(List<DigitAnswer> answers, Predicate<DigitAnswer> right) {
        return Accuracy.of((int) answers.stream().filter(right).count(), answers.size());
    }

    boolean isRefused() {
        return read == NOT_A_DIGIT;
    }

    boolean isRight() {
        return read == truth;
    }
}
