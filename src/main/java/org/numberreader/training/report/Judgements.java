package org.numberreader.training.report;

import java.util.List;
import org.numberreader.training.evaluation.Calibration;
import org.numberreader.training.evaluation.RiskCoverage;

/** The charts on what confidences are worth. */
final class Judgements {
    private Judgements() {}

    static void add(HtmlPage page, Calibration calibration, RiskCoverage coverage) {
        var bins = calibration.bins();
        page.chart(
                "Reliability",
                "Of the answers given a confidence, as many should be right. Expected calibration error: "
                        + Texts.percent(calibration.error()),
                new Chart("mean confidence, %", "right, %")
                        .curve("ideal", List.of(0.0, 100.0), List.of(0.0, 100.0))
                        .curve(
                                "measured",
                                bins.stream().map(bin -> 100 * bin.confidence()).toList(),
                                bins.stream().map(bin -> 100 * bin.accuracy()).toList())
                        .png());
        page.table(
                "Reliability, in figures",
                "",
                List.of("confidence", "answers", "mean confidence", "right"),
                bins.stream()
                        .map(bin -> List.of(
                                Texts.percent(bin.low()) + " to " + Texts.percent(bin.high()),
                                String.valueOf(bin.count()),
                                Texts.percent(bin.confidence()),
                                Texts.percent(bin.accuracy())))
                        .toList());
        page.chart(
                "Risk and coverage",
                "How many are wrong where only the most confident answers are kept. Area: "
                        + Texts.percent(coverage.area()),
                new Chart("answers kept, %", "of those wrong, %")
                        .curve(
                                "risk",
                                coverage.points().stream()
                                        .map(point -> 100 * point.coverage())
                                        .toList(),
                                coverage.points().stream()
                                        .map(point -> 100 * point.risk())
                                        .toList())
                        .png());
    }
}
