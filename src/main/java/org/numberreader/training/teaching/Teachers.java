package org.numberreader.training.teaching;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitModel;

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
     * @param folders of networks that know the ten digits and nothing else
     * @throws IllegalArgumentException if one knows anything else
     * @throws java.io.UncheckedIOException if a file is missing or unreadable
     * @throws IllegalStateException if the weights are not those of the card
     */
    public static Teachers from(List<Path> folders) {
        var models = new ArrayList<DigitModel>();
        try {
            for (Path folder : folders) {
                var model = DigitModel.from(folder);
                models.add(model);
                if (model.card().classes() != Teaching.CLASSES) {
                    throw new IllegalArgumentException(folder + " knows more than the ten digits");
                }
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
     * How likely they find each digit.
     *
     * @param values {@code count} frames of 784 values, 0 for paper to 1 for ink
     * @param temperature what their logits are divided by
     * @return ten likelihoods a frame, whose sum is 1
     */
    float[] likelihoods(float[] values, int count, double temperature) {
        var frames = new ArrayList<DigitFrame>(count);
        for (int i = 0; i < count; i++) {
            frames.add(DigitFrame.ofValues(values, i * SIZE));
        }
        var mean = new float[count * Teaching.CLASSES];
        var answers = models.parallelStream().map(model -> model.score(frames)).toList();
        for (int m = 0; m < models.size(); m++) {
            var model = models.get(m);
            var scores = answers.get(m);
            // From likelihoods at the model's own temperature to those at this one: the logits differ by a constant
            // only.
            double power = model.card().temperature() / temperature;
            for (int i = 0; i < count; i++) {
                addTo(mean, i * Teaching.CLASSES, scores.get(i).digits(), power);
            }
        }
        return mean;
    }

    private void addTo(float[] mean, int offset, float[] likelihoods, double power) {
        var raised = new double[Teaching.CLASSES];
        double sum = 0;
        for (int digit = 0; digit < Teaching.CLASSES; digit++) {
            raised[digit] = Math.pow(likelihoods[digit], power);
            sum += raised[digit];
        }
        for (int digit = 0; digit < Teaching.CLASSES; digit++) {
            mean[offset + digit] += (float) (raised[digit] / sum / models.size());
        }
    }

    @Override
    public void close() {
        models.forEach(DigitModel::close);
    }
}
