package org.numberreader.decoding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitScores;
import org.numberreader.recognition.Glyphs;

/**
 * Knows the ten plain digits by their look and takes everything else for no digit; what it answers to a digit can be
 * scripted, so that a test decides what is in doubt.
 */
final class TemplateClassifier implements DigitClassifier {
    /** Mean difference of pixels, 0 to 1: frames of the same plain digit differ less, of different ones more. */
    private static final double ALIKE = 0.045;

    /** As they are, and leaning as what is in doubt is looked at. */
    private final List<List<DigitFrame>> templates = IntStream.range(0, 10)
            .mapToObj(Glyphs::frame)
            .map(plain -> List.of(plain, plain.leaning(Looks.LEAN), plain.leaning(-Looks.LEAN)))
            .toList();

    private final Map<Integer, DigitScores> script = new HashMap<>();

    TemplateClassifier() {
        for (int digit = 0; digit < 10; digit++) {
            where(digit, Map.of(digit, 0.99));
        }
    }

    /** Answers with these probabilities where the digit is seen; the rest of them is spread over the other digits. */
    TemplateClassifier where(int seen, Map<Integer, Double> probabilities) {
        var digits = new float[10];
        double rest = 1 - probabilities.values().stream().mapToDouble(d -> d).sum();
        Arrays.fill(digits, (float) (rest / (10 - probabilities.size())));
        probabilities.forEach((digit, probability) -> digits[digit] = probability.floatValue());
        script.put(seen, new DigitScores(digits, 0));
        return this;
    }

    /** Takes a digit for none where it is seen, but for this probability. */
    TemplateClassifier hardly(int seen, double probability) {
        var digits = new float[10];
        digits[seen] = (float) probability;
        script.put(seen, new DigitScores(digits, (float) (1 - probability)));
        return this;
    }

    @Override
    public List<DigitScores> score(List<DigitFrame> frames) {
        return frames.stream().map(this::score).toList();
    }

    private DigitScores score(DigitFrame frame) {
        int nearest = 0;
        for (int digit = 1; digit < 10; digit++) {
            if (difference(frame, templates.get(digit)) < difference(frame, templates.get(nearest))) {
                nearest = digit;
            }
        }
        if (difference(frame, templates.get(nearest)) > ALIKE) {
            var none = new float[10];
            Arrays.fill(none, 1e-6f);
            return new DigitScores(none, 1 - 1e-5f);
        }
        return Objects.requireNonNull(script.get(nearest));
    }

    private static double difference(DigitFrame frame, List<DigitFrame> looks) {
        return looks.stream().mapToDouble(look -> difference(frame, look)).min().orElseThrow();
    }

    private static double difference(DigitFrame one, DigitFrame other) {
        double sum = 0;
        for (int i = 0; i < one.pixels().length; i++) {
            sum += Math.abs((one.pixels()[i] & 0xff) - (other.pixels()[i] & 0xff)) / 255.0;
        }
        return sum / one.pixels().length;
    }
}
