package org.numberreader.training;

import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.training.ParameterStore;
import ai.djl.training.dataset.Batch;
import org.numberreader.recognition.Accuracy;
import org.numberreader.recognition.DigitNetwork;

/** A network's raw outputs over labelled digits, from which loss and accuracy follow at any temperature. */
final class Logits {
    private static final int BATCH = 250;

    private final float[] values;
    private final int classes;
    private final LabelledDigits digits;

    Logits(float[] values, int classes, LabelledDigits digits) {
        this.values = values;
        this.classes = classes;
        this.digits = digits;
    }

    /** One pass of the network over all the digits. */
    static Logits of(Model model, DigitNetwork network, LabelledDigits digits) {
        var values = new float[digits.size() * network.classes()];
        int at = 0;
        try (var manager = model.getNDManager().newSubManager()) {
            var weights = new ParameterStore(manager, false);
            for (Batch batch : DigitBatches.inOrder(digits, BATCH).getData(manager)) {
                try (batch) {
                    NDList output = model.getBlock().forward(weights, batch.getData(), false);
                    output.attach(batch.getManager());
                    float[] part = output.singletonOrThrow().toFloatArray();
                    System.arraycopy(part, 0, values, at, part.length);
                    at += part.length;
                }
            }
        }
        return new Logits(values, network.classes(), digits);
    }

    /** How many digits have their own class as the largest. */
    private int right() {
        int right = 0;
        for (int i = 0; i < digits.size(); i++) {
            int best = 0;
            for (int c = 1; c < classes; c++) {
                if (values[i * classes + c] > values[i * classes + best]) {
                    best = c;
                }
            }
            if (best == digits.label(i)) {
                right++;
            }
        }
        return right;
    }

    /** The share of right ones with its interval. */
    Accuracy accuracy() {
        return Accuracy.of(right(), digits.size());
    }

    /** Mean cross-entropy in nats with the logits divided by the temperature. */
    double loss(double temperature) {
        double sum = 0;
        for (int i = 0; i < digits.size(); i++) {
            double own = values[i * classes + digits.label(i)];
            sum += Math.log(total(i, temperature)) - (own - largest(i)) / temperature;
        }
        return sum / digits.size();
    }

    /**
     * The temperature, between 1/8 and 8, at which the mean confidence is the share of right ones. That of the least loss
     * (Guo et al., 2017) is decided by the few worst pictures: around it the loss hardly changes, and its calibration error is larger.
     */
    double calibratedTemperature() {
        double wanted = (right() + 1.0) / (digits.size() + 2.0); // Laplace's: all right does not make certain
        double low = Math.log(0.125);
        double high = Math.log(8);
        while (high - low > 1e-4) {
            double middle = (low + high) / 2;
            if (meanConfidence(Math.exp(middle)) > wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }

    /** The mean of the likeliest class' probability, with the logits divided by the temperature. */
    private double meanConfidence(double temperature) {
        double sum = 0;
        for (int i = 0; i < digits.size(); i++) {
            sum += 1 / total(i, temperature);
        }
        return sum / digits.size();
    }

    /** The sum of all classes' likelihoods, that of the likeliest being 1. */
    private double total(int picture, double temperature) {
        double largest = largest(picture);
        double total = 0;
        for (int c = 0; c < classes; c++) {
            total += Math.exp((values[picture * classes + c] - largest) / temperature);
        }
        return total;
    }

    private double largest(int picture) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            largest = Math.max(largest, values[picture * classes + c]);
        }
        return largest;
    }
}
