package org.numberreader.training.teaching;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitModel;
import org.numberreader.recognition.DigitScores;

/** Trained networks by whose mean likelihoods another learns; they see the pictures as it does, in 256 steps of grey. */
public final class Teachers implements AutoCloseable {
    /** Nobody: only the labels teach. */
    public static final Teachers NONE = new Teachers(List.of());

    private static final int SIZE = DigitFrame.SIDE * DigitFrame.SIDE;

    private final List<DigitModel> models;

    private Teachers(List<DigitModel> models) {
        this.models = List.copyOf(models);
    }

    /**
     * Loads them.
     *
     * @param folders of networks that know the ten digits, and "not a digit" or nothing else
     * @throws java.io.UncheckedIOException if a file is missing or unreadable
     * @throws IllegalStateException if the weights are not those of the card
     */
    public static Teachers from(List<Path> folders) {
        var models = new ArrayList<DigitModel>();
        try {
            for (Path folder : folders) {
                var model = DigitModel.from(folder);
                models.add(model);
            }
            return new Teachers(models);
        } catch (RuntimeException e) {
            models.forEach(DigitModel::close);
            throw e;
        }
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return models.isEmpty();
    }

    /** The SHA-256 of each one's weights as they are used: of the ONNX file. */
    List<String> sha256() {
        return models.stream()
                .map(model -> Objects.requireNonNull(model.card().onnxSha256()))
                .toList();
    }

    /**
     * How likely they find each digit, and that there is none. Those that know the ten digits alone are asked only of
     * what they know.
     *
     * @param values a frame for each of {@code known}: 784 values, 0 for paper to 1 for ink
     * @param known whether a frame is a digit such as MNIST's are
     * @param temperature what their logits are divided by
     * @return {@value Teaching#CLASSES} likelihoods a frame, whose sum is 1, or 0 where nobody knows it
     */
    float[] likelihoods(float[] values, boolean[] known, double temperature) {
        var frames = IntStream.range(0, known.length)
                .mapToObj(i -> DigitFrame.ofValues(values, i * SIZE))
                .toList();
        var answers = models.parallelStream()
                .map(model -> model.score(asked(model, frames, known)))
                .toList();
        var sum = new float[known.length * Teaching.CLASSES];
        var answered = new int[known.length];
        for (int m = 0; m < models.size(); m++) {
            var model = models.get(m);
            // From likelihoods at the model's own temperature to those at this one: the logits differ by a constant
            // only.
            double power = model.card().temperature() / temperature;
            int next = 0;
            for (int i = 0; i < known.length; i++) {
                if (known[i] || knowsNone(model)) {
                    addTo(sum, i * Teaching.CLASSES, answers.get(m).get(next++), power);
                    answered[i]++;
                }
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= Math.max(1, answered[i / Teaching.CLASSES]);
        }
        return sum;
    }

    private static List<DigitFrame> asked(DigitModel model, List<DigitFrame> frames, boolean[] known) {
        return knowsNone(model)
                ? frames
                : IntStream.range(0, known.length)
                        .filter(i -> known[i])
                        .mapToObj(frames::get)
                        .toList();
    }

    private static boolean knowsNone(DigitModel model) {
        return model.card().knowsNone();
    }

    private static void addTo(float[] sum, int offset, DigitScores scores, double power) {
        var raised = new double[Teaching.CLASSES];
        double total = 0;
        for (int c = 0; c < Teaching.CLASSES; c++) {
            float likelihood = c < scores.digits().length ? scores.digits()[c] : scores.notADigit();
            raised[c] = Math.pow(likelihood, power);
            total += raised[c];
        }
        for (int c = 0; c < Teaching.CLASSES; c++) {
            sum[offset + c] += (float) (raised[c] / total);
        }
    }

    @Override
    public void close() {
        models.forEach(DigitModel::close);
    }
}
