package org.numberreader.training.report;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Curves over one axis, drawn without a screen. */
public final class Chart {
    static {
        // A Mac would otherwise open a window's worth of program for a picture.
        System.getProperties().putIfAbsent("java.awt.headless", "true");
    }

    private final String across;
    private final String up;
    private final List<Curve> curves = new ArrayList<>();

    /** @param across what the horizontal axis counts; {@code up}: the vertical one */
    public Chart(String across, String up) {
        this.across = across;
        this.up = up;
    }

    private record Curve(String name, List<Double> across, List<Double> up) {}

    /** Adds a curve through points, given by both coordinates in the same order; one without points is left out. */
    public Chart curve(String name, List<Double> acrosses, List<Double> ups) {
        if (!acrosses.isEmpty()) {
            curves.add(new Curve(name, acrosses, ups));
        }
        return this;
    }

    /** The chart as PNG, 900×480 pixels. */
    public byte[] png() {
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(480)
                .xAxisTitle(across)
                .yAxisTitle(up)
                .theme(Styler.ChartTheme.XChart)
                .build();
        chart.getStyler()
                .setChartTitleVisible(false)
                .setLegendVisible(curves.size() > 1)
                .setLegendPosition(Styler.LegendPosition.OutsideE)
                .setChartBackgroundColor(Color.WHITE);
        for (var curve : curves) {
            chart.addSeries(curve.name, curve.across, curve.up).setMarker(SeriesMarkers.CIRCLE);
        }
        try {
            return BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
