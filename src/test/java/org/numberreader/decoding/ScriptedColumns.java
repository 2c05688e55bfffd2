package org.numberreader.decoding;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Raster;
import org.numberreader.layout.RectifiedLine;
import org.numberreader.layout.TextLine;
import org.numberreader.recognition.ColumnScores;
import org.numberreader.recognition.LineNetwork;
import org.numberreader.recognition.Symbol;

/** Columns of a text line that say what a test wants; where nothing is said there is nothing. */
final class ScriptedColumns {
    /** Columns from one symbol's middle to the next one's. */
    static final int PITCH = 5;

    /** Columns that a blank takes: far more than a digit's height. */
    static final int BLANK = 16;

    /** The height of all digits in the line's pixels. */
    static final double HEIGHT = 24;

    private final int columns;
    private final double[][] probabilities;
    private final float[] values;

    ScriptedColumns(int columns) {
        this.columns = columns;
        this.probabilities = new double[columns][Symbol.all().size()];
        this.values = new float[LineNetwork.CHANNELS * columns];
        for (int column = 0; column < columns; column++) {
            box(column, 7, HEIGHT / 2, 7, HEIGHT / 2);
        }
    }

    /** Symbols side by side, each in a column of its own; a blank is a wide gap. */
    static ScriptedColumns of(String text, double probability) {
        var columns = new ScriptedColumns(width(text));
        int at = PITCH / 2;
        for (char written : text.toCharArray()) {
            if (written != ' ') {
                columns.with(at, symbol(written), probability);
            }
            at += written == ' ' ? BLANK : PITCH;
        }
        return columns;
    }

    private static int width(String text) {
        return text.chars().map(written -> written == ' ' ? BLANK : PITCH).sum();
    }

    static Symbol symbol(char written) {
        return switch (written) {
            case '?' -> Symbol.OTHER;
            case '|' -> Symbol.BORDER;
            default -> Objects.requireNonNull(Symbol.of(String.valueOf(written)), () -> "no symbol: " + written);
        };
    }

    /** How likely a symbol is in a column; what all of a column's symbols leave is nothing's. */
    ScriptedColumns with(int column, Symbol symbol, double probability) {
        probabilities[column][symbol.ordinal()] = probability;
        return this;
    }

    /** How far the edges of a column's symbol are from the column's middle and the line's, in pixels. */
    ScriptedColumns box(int column, double left, double top, double right, double bottom) {
        double[] edges = {left, top, right, bottom};
        for (int side = 0; side < edges.length; side++) {
            values[(Symbol.all().size() + side) * columns + column] = (float) (edges[side] / LineNetwork.HEIGHT);
        }
        return this;
    }

    ColumnScores scores() {
        for (int column = 0; column < columns; column++) {
            double said = Arrays.stream(probabilities[column]).sum();
            for (var symbol : Symbol.all()) {
                double probability = symbol == Symbol.NONE ? 1 - said : probabilities[column][symbol.ordinal()];
                values[symbol.ordinal() * columns + column] = (float) (probability <= 0 ? -200 : Math.log(probability));
            }
        }
        return new ColumnScores(new Raster(LineNetwork.CHANNELS, 1, columns, values));
    }

    /** A level line of a picture that starts at {@code x}, one pixel of it a pixel of the picture. */
    Look look(int x, int y) {
        int width = columns * LineNetwork.STRIDE;
        var pixels = new byte[width * LineNetwork.HEIGHT];
        Arrays.fill(pixels, (byte) 255);
        var line = new TextLine(x, y, width, 0, HEIGHT, 1);
        var picture = new GrayImage(x + width, 1, new byte[x + width]);
        return Look.of(new RectifiedLine(new GrayImage(width, LineNetwork.HEIGHT, pixels), line, 1), scores(), picture);
    }

    LookedAt line() {
        return LookedAt.of(List.of(look(0, LineNetwork.HEIGHT / 2)));
    }

    static String text(List<Symbol> symbols) {
        var text = new StringBuilder();
        symbols.forEach(symbol -> text.append(symbol.text()));
        return text.toString();
    }
}
