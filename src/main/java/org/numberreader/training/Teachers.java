package org.numberreader.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitScores;

/**
 * Trained networks that a smaller one learns from: it is to be as sure of each class as they are together, and not only
 * right (Hinton et al., 2015).
 *
 * @param classifiers by name, whose probabilities are averaged; none means that only labels teach
 * @param share of the loss that is theirs, 0 to 1; the labels have the rest
 * @param temperature by which both sides are softened, so that the runners-up count
 */
public record Teachers(Map<String, DigitClassifier> classifiers, double share, double temperature) {
    /** Only the labels teach. */
    public static final Teachers NONE = new Teachers(Map.of());

    private static final int SIZE = DigitFrame.SIDE * DigitFrame.SIDE;

    public Teachers {
        classifiers = new LinkedHashMap<>(classifiers);
    }

    /** Teachers with the usual share and temperature. */
    public Teachers(Map<String, DigitClassifier> classifiers) {
        this(classifiers, classifiers.isEmpty() ? 0 : 0.8, 3);
    }

    /** As a model card keeps it. */
    Map<String, Object> described() {
        return Map.of("models", List.copyOf(classifiers.keySet()), "share", share, "temperature", temperature);
    }

    boolean isEmpty() {
        return classifiers.isEmpty();
    }

    /**
     * What the teachers make of pictures.
     *
     * @param values 784 values of 0 to 1 a picture
     * @param classes 10, or 11 with "not a digit"; without it the ten digits' share is the whole
     * @return softened probabilities, {@code classes} a picture
     */
    float[] targets(float[] values, int classes) {
        int count = values.length / SIZE;
        var frames = new ArrayList<DigitFrame>(count);
        for (int i = 0; i < count; i++) {
            frames.add(frame(values, i * SIZE));
        }
        var targets = new float[count * classes];
        for (var classifier : classifiers.values()) {
            List<DigitScores> scores = classifier.score(frames);
            for (int i = 0; i < count; i++) {
                for (int c = 0; c < classes; c++) {
                    targets[i * classes + c] += chance(scores.get(i), c);
                }
            }
        }
        for (int i = 0; i < count; i++) {
            soften(targets, i * classes, classes);
        }
        return targets;
    }

    private static float chance(DigitScores scores, int c) {
        return c < 10 ? scores.digits()[c] : scores.notADigit();
    }

    private void soften(float[] chances, int offset, int classes) {
        double sum = 0;
        for (int c = offset; c < offset + classes; c++) {
            chances[c] = (float) Math.pow(chances[c], 1 / temperature);
            sum += chances[c];
        }
        for (int c = offset; c < offset + classes; c++) {
            chances[c] /= (float) sum;
        }
    }

    private static DigitFrame frame(float[] values, int offset) {
        var pixels = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            pixels[i] = (byte) Math.round(255 * Math.min(1, Math.max(0, values[offset + i])));
        }
        return DigitFrame.ofPixels(pixels);
    }
}
