package org.numberreader.training.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.numberreader.image.GrayImage;
import org.numberreader.training.LabelledDigits;

/** Draws tables of marks, with ruled lines and without, to measure which cells a reader finds. The same seed draws the same table. */
public final class TablePages {
    /** A digit's height in pixels. */
    private static final double HEIGHT = 32;

    /** Cells' heights and widths in digits' heights, at least and at most. */
    private static final double[] PITCH = {1.7, 2.4};

    private static final double[] WIDTH = {3.6, 5};

    /** The share of cells that are empty. */
    private static final double EMPTY = 0.12;

    /** The share of marks with a decimal. */
    private static final double DECIMAL = 0.2;

    /** The steepest tilt. */
    private static final double STEEPEST = Math.toRadians(3);

    /** Ink and paper differ by that share of the paper's level. */
    private static final double DARK = 0.75;

    /** How often a mark is written at most until it fits its cell. */
    private static final int TRIES = 20;

    private final RowWriter writer = new RowWriter(new Penman(LabelledDigits.none()));

    /**
     * A picture of a table.
     *
     * @param cells those that are not empty, row after row
     */
    public record TablePage(GrayImage picture, int rows, int columns, List<WrittenCell> cells) {
        public TablePage {
            cells = List.copyOf(cells);
        }
    }

    /** What is written in a cell, and where the middle of it is, in the picture's pixels. */
    public record WrittenCell(int row, int column, String text, double x, double y) {}

    /** A table's measures. */
    private record Shape(int rows, int columns, double pitch, double width) {}

    /** Draws a table; {@code ruled}: with lines between its cells. */
    public TablePage draw(int rows, int columns, boolean ruled, long seed) {
        var random = new Random(new SplittableRandom(seed).nextLong());
        var shape = new Shape(rows, columns, HEIGHT * any(PITCH, random), HEIGHT * any(WIDTH, random));
        double tilt = STEEPEST * (2 * random.nextDouble() - 1);
        double margin = 1.5 * HEIGHT;
        double across = columns * shape.width;
        double along = rows * shape.pitch;
        int width = (int) (Math.cos(tilt) * across + Math.abs(Math.sin(tilt)) * along + 2 * margin);
        int height = (int) (Math.cos(tilt) * along + Math.abs(Math.sin(tilt)) * across + 2 * margin);
        var sheet = new SampleSheet(width, height, DARK);
        var at = new Placement(across / 2, along / 2, width / 2.0, height / 2.0, Math.cos(tilt), Math.sin(tilt), 0);
        if (ruled) {
            rule(sheet, shape, at);
        }
        var cells = written(sheet, shape, at, random);
        return new TablePage(sheet.photographed(random).picture(), rows, columns, cells);
    }

    private List<WrittenCell> written(SampleSheet sheet, Shape shape, Placement table, Random random) {
        var style = SamplePages.style(HEIGHT, random);
        var cells = new ArrayList<WrittenCell>();
        for (int row = 0; row < shape.rows; row++) {
            for (int column = 0; column < shape.columns; column++) {
                if (random.nextDouble() < EMPTY) {
                    continue;
                }
                String mark = mark(random);
                var written = fitting(mark, shape.width - 0.5 * HEIGHT, style, random);
                double length = written.right() - written.left();
                double room = Math.max(0, shape.width - length - 0.5 * HEIGHT);
                double x = column * shape.width + 0.25 * HEIGHT + length / 2 + room * (0.3 + 0.4 * random.nextDouble());
                double y = (row + 0.5) * shape.pitch + 0.08 * HEIGHT * random.nextGaussian();
                double pageX = table.toPageX(x, y);
                double pageY = table.toPageY(x, y);
                double middle = (written.left() + written.right()) / 2;
                sheet.write(
                        written,
                        new Placement(middle, written.middle(), pageX, pageY, table.cos(), table.sin(), 0),
                        false);
                cells.add(new WrittenCell(row, column, mark, pageX, pageY));
            }
        }
        return cells;
    }

    /** Written so that it leaves its neighbours' cells alone, if it can be. */
    private WrittenRow fitting(String mark, double width, Style style, Random random) {
        var written = writer.neat(mark, style, random);
        for (int i = 1; i < TRIES && written.right() - written.left() > width; i++) {
            written = writer.neat(mark, style, random);
        }
        return written;
    }

    private static void rule(SampleSheet sheet, Shape shape, Placement at) {
        double pen = Math.max(1, 0.05 * HEIGHT);
        double right = shape.columns * shape.width;
        double bottom = shape.rows * shape.pitch;
        for (int row = 0; row <= shape.rows; row++) {
            double y = row * shape.pitch;
            sheet.print.stroke(
                    at.toPageX(0, y), at.toPageY(0, y), at.toPageX(right, y), at.toPageY(right, y), pen, 1, 0);
        }
        for (int column = 0; column <= shape.columns; column++) {
            double x = column * shape.width;
            sheet.print.stroke(
                    at.toPageX(x, 0), at.toPageY(x, 0), at.toPageX(x, bottom), at.toPageY(x, bottom), pen, 1, 0);
        }
    }

    /** One to three digits; some have a decimal. */
    private static String mark(Random random) {
        var mark = new StringBuilder();
        int digits = 1 + random.nextInt(3);
        boolean decimal = digits < 3 && random.nextDouble() < DECIMAL;
        for (int i = 0; i < digits; i++) {
            mark.append(i == 0 && digits > 1 ? 1 + random.nextInt(9) : random.nextInt(10));
        }
        return decimal ? mark.append('.').append(random.nextInt(10)).toString() : mark.toString();
    }

    private static double any(double[] range, Random random) {
        return range[0] + (range[1] - range[0]) * random.nextDouble();
    }
}
