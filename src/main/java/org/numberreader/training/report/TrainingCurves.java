package org.numberreader.training.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.numberreader.training.checkpoint.EpochFigures;
import org.numberreader.training.checkpoint.History;

/** How a training went, epoch by epoch, as PNG. */
public final class TrainingCurves {
    private TrainingCurves() {}

    /** Loss on the training and on the validation pictures, nats. */
    public static byte[] loss(History history) {
        return chart(history, "loss, nats", EpochFigures::loss, EpochFigures::validationLoss);
    }

    /** The right ones' share of both, in percent. */
    public static byte[] accuracy(History history) {
        return chart(
                history,
                "right, %",
                figures -> 100 * figures.accuracy(),
                figures -> 100 * figures.validationAccuracy());
    }

    private static byte[] chart(
            History history,
            String up,
            ToDoubleFunction<EpochFigures> training,
            ToDoubleFunction<EpochFigures> validation) {
        var epochs = history.epochs();
        List<Double> numbers =
                epochs.stream().map(figures -> (double) figures.epoch()).toList();
        return new Chart("epoch", up)
                .curve(
                        "training",
                        numbers,
                        epochs.stream().map(training::applyAsDouble).toList())
                .curve(
                        "validation",
                        numbers,
                        epochs.stream().map(validation::applyAsDouble).toList())
                .png();
    }
}
