package org.numberreader.training.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.numberreader.recognition.InkNetwork;
import org.numberreader.recognition.Symbol;

/** What the handwriting map is to say of each cell of a page: {@link PageScene.Page} describes the values. */
final class PageCells {
    /** A row's cells are those within this share of its height of its middle: rows stay apart. */
    private static final double BAND = 0.28;

    /** Symbols further apart than so many heights are not of one run. */
    private static final double RUN = 1.1;

    final int columns;
    final byte[] kinds;
    final float[] heights;

    /** @param width of the page in pixels */
    PageCells(int width, int height) {
        columns = width / InkNetwork.STRIDE;
        kinds = new byte[columns * (height / InkNetwork.STRIDE)];
        heights = new float[kinds.length];
        Arrays.fill(heights, Float.NaN);
    }

    /** Nothing is written at a pixel's place any more. */
    void clear(int x, int y) {
        int cell = y / InkNetwork.STRIDE * columns + x / InkNetwork.STRIDE;
        kinds[cell] = 0;
        heights[cell] = Float.NaN;
    }

    /** Marks the cells of each run of symbols of one kind. */
    void mark(WrittenRow row, Placement at) {
        var run = new ArrayList<WrittenSymbol>();
        for (var symbol : row.symbols()) {
            if (symbol.symbol() == Symbol.BORDER) {
                continue;
            }
            if (!run.isEmpty()) {
                var before = run.get(run.size() - 1);
                boolean same = (before.symbol() == Symbol.OTHER) == (symbol.symbol() == Symbol.OTHER);
                if (!same || symbol.left() - before.right() > RUN * row.height()) {
                    markRun(run, row, at);
                    run.clear();
                }
            }
            run.add(symbol);
        }
        if (!run.isEmpty()) {
            markRun(run, row, at);
        }
    }

    private void markRun(List<WrittenSymbol> run, WrittenRow row, Placement at) {
        double height = row.height();
        double inset = Math.min(
                0.1 * height,
                0.2 * (run.get(run.size() - 1).right() - run.get(0).left()));
        double left = run.get(0).left() + inset;
        double right = run.get(run.size() - 1).right() - inset;
        if (right - left < 0.25 * height) {
            double middle = (left + right) / 2;
            left = middle - 0.125 * height;
            right = middle + 0.125 * height;
        }
        boolean digits = run.stream().anyMatch(symbol -> symbol.symbol().isDigit());
        byte kind = (byte) (digits ? 1 : run.get(0).symbol() == Symbol.OTHER ? 2 : -1);
        double band = Math.max(BAND * height, 2.2);
        double middle = row.middle();
        int stride = InkNetwork.STRIDE;
        int rows = kinds.length / columns;
        for (int cellY = 0; cellY < rows; cellY++) {
            for (int cellX = 0; cellX < columns; cellX++) {
                double x = at.toRowX((cellX + 0.5) * stride, (cellY + 0.5) * stride);
                double y = at.toRowY((cellX + 0.5) * stride, (cellY + 0.5) * stride);
                if (Math.abs(y - middle) <= band && x >= left && x <= right) {
                    int cell = cellY * columns + cellX;
                    kinds[cell] = kind;
                    heights[cell] = digits ? (float) Math.log(height / InkNetwork.UNIT) : Float.NaN;
                }
            }
        }
    }
}
