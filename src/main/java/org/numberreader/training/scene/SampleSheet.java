package org.numberreader.training.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.numberreader.recognition.Symbol;

/** A sheet of paper that rows are written on, and what was written. */
final class SampleSheet {
    /** Paper around a row, in heights of its digits. */
    private static final double MARGIN = 1.2;

    final Plane ink;
    final Plane print;
    double contrast;
    private final List<String> numbers = new ArrayList<>();
    private final List<LineScene.Placed> symbols = new ArrayList<>();

    SampleSheet(int width, int height, double contrast) {
        this.ink = new Plane(width, height);
        this.print = new Plane(width, height);
        this.contrast = contrast;
    }

    /** A sheet just large enough for a row. */
    static SampleSheet around(WrittenRow row, double tilt, double contrast) {
        double length = row.right() - row.left();
        double across = Math.abs(Math.cos(tilt)) * length + Math.abs(Math.sin(tilt)) * row.height();
        double along = Math.abs(Math.sin(tilt)) * length + Math.abs(Math.cos(tilt)) * row.height();
        double margin = 2 * MARGIN * row.height();
        return new SampleSheet((int) (across + margin), (int) (along + margin), contrast);
    }

    /** The row's middle in the sheet's. */
    Placement placed(WrittenRow row, double tilt) {
        return new Placement(
                (row.left() + row.right()) / 2,
                row.middle(),
                ink.width / 2.0,
                ink.height / 2.0,
                Math.cos(tilt),
                Math.sin(tilt),
                0);
    }

    /** Writes a row; {@code framed}: with a printed frame around it, and its borders within. */
    void write(WrittenRow row, Placement at, boolean framed) {
        at.lay(row.ink(), ink);
        var number = new StringBuilder();
        for (var symbol : row.symbols()) {
            if (symbol.symbol().isDigit()) {
                number.append(symbol.symbol().text());
            } else {
                end(number);
            }
            if (symbol.symbol() != Symbol.BORDER) {
                symbols.add(on(symbol, at));
            } else if (framed) {
                line(row, at, symbol.left(), above(row), symbol.left(), below(row));
            }
        }
        end(number);
        if (framed) {
            line(row, at, row.left(), above(row), row.right(), above(row));
            line(row, at, row.left(), below(row), row.right(), below(row));
        }
    }

    /** The picture of it. */
    SamplePages.Sample photographed(Random random) {
        var picture = Camera.gentle(ink, print, contrast, random);
        return new SamplePages.Sample(picture, String.join("_", numbers), symbols);
    }

    private void end(StringBuilder number) {
        if (!number.isEmpty()) {
            numbers.add(number.toString());
            number.setLength(0);
        }
    }

    private static double above(WrittenRow row) {
        return row.top() - 0.35 * row.height();
    }

    private static double below(WrittenRow row) {
        return row.top() + 1.35 * row.height();
    }

    private void line(WrittenRow row, Placement at, double fromX, double fromY, double toX, double toY) {
        double pen = Math.max(1, 0.04 * row.height());
        print.stroke(
                at.toPageX(fromX, fromY),
                at.toPageY(fromX, fromY),
                at.toPageX(toX, toY),
                at.toPageY(toX, toY),
                pen,
                1,
                0);
    }

    /** The upright box around a symbol's turned box. */
    private static LineScene.Placed on(WrittenSymbol symbol, Placement at) {
        double halfX = (symbol.right() - symbol.left()) / 2;
        double halfY = (symbol.bottom() - symbol.top()) / 2;
        double across = Math.abs(at.cos()) * halfX + Math.abs(at.sin()) * halfY;
        double along = Math.abs(at.sin()) * halfX + Math.abs(at.cos()) * halfY;
        double x = at.toPageX(symbol.centreX(), symbol.centreY());
        double y = at.toPageY(symbol.centreX(), symbol.centreY());
        return new LineScene.Placed(symbol.symbol(), x - across, y - along, x + across, y + along);
    }
}
