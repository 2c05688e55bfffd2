package org.numberreader.training.report;

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

    /** Loss on the training pictures alone. */
    public static byte[] trainingLoss(History history) {
        return curve(new Chart("epoch", "loss"), "training", history, EpochFigures::loss)
                .png();
    }

    /** A share on the validation pictures alone, in percent. */
    public static byte[] validation(History history, String name) {
        return curve(
                        new Chart("epoch", name + ", %"),
                        "validation",
                        history,
                        figures -> 100 * figures.validationAccuracy())
                .png();
    }

    private static byte[] chart(
            History history,
            String up,
            ToDoubleFunction<EpochFigures> training,
            ToDoubleFunction<EpochFigures> validation) {
        var chart = curve(new Chart("epoch", up), "training", history, training);
        return curve(chart, "validation", history, validation).png();
    }

    private static Chart curve(Chart chart, String name, History history, ToDoubleFunction<EpochFigures> figure) {
        var epochs = history.epochs();
        return chart.curve(
                name,
                epochs.stream().map(figures -> (double) figures.epoch()).toList(),
                epochs.stream().map(figure::applyAsDouble).toList());
    }
}
