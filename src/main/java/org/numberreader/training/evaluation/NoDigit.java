package org.numberreader.training.evaluation;

import java.util.function.IntConsumer;
import org.numberreader.decoding.Expectation;
import org.numberreader.decoding.NumberReader;
import org.numberreader.image.Picture;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.recognition.DigitScores;
import org.numberreader.training.LabelledDigits;

/**
 * What was made of a picture that is no digit.
 *
 * @param chance of the likeliest digit where the whole picture is taken for one; 0 where there is none even then
 * @param unread whether the reader, told nothing, reads no number in it
 */
public record NoDigit(double chance, boolean unread) {
    /** Has a picture read and scored. */
    public static NoDigit of(NumberReader reader, DigitClassifier classifier, Picture picture) {
        var frames = reader.read(picture, Expectation.digits("1", 0)).numbers().stream()
                .flatMap(number -> number.digits().stream())
                .map(digit -> digit.frame())
                .toList();
        double chance = frames.isEmpty()
                ? 0
                : classifier.score(frames).stream()
                        .mapToDouble(NoDigit::chance)
                        .max()
                        .orElse(0);
        return new NoDigit(
                chance, reader.read(picture, Expectation.ANY).numbers().isEmpty());
    }

    /**
     * The chance of the likeliest digit for each labelled digit.
     *
     * @param progress hears how many more are done
     */
    public static double[] chances(DigitClassifier classifier, LabelledDigits digits, IntConsumer progress) {
        return DigitAnswer.all(classifier, digits, digits::frame, progress).stream()
                .mapToDouble(DigitAnswer::likeliest)
                .toArray();
    }

    private static double chance(DigitScores scores) {
        return scores.digits()[scores.best()];
    }
}
