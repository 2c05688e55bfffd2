package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.List;
import org.numberreader.image.GrayImage;
import org.numberreader.recognition.ColumnScores;
import org.numberreader.recognition.LineNetwork;
import org.numberreader.recognition.LineRecognizer;

/** Finds the pieces of ink that stand side by side, and names them in their order as a test wants. */
final class InkRecognizer implements LineRecognizer {
    private final String written;
    private final double probability;
    private final String other;
    private final double otherProbability;
    private final List<Integer> widths = new ArrayList<>();

    InkRecognizer(String written, double probability, String other, double otherProbability) {
        this.written = written;
        this.probability = probability;
        this.other = other;
        this.otherProbability = otherProbability;
    }

    @Override
    public List<ColumnScores> score(List<GrayImage> lines) {
        return lines.stream().map(this::score).toList();
    }

    /** Of the lines that were seen. */
    List<Integer> widths() {
        return widths;
    }

    private ColumnScores score(GrayImage line) {
        widths.add(line.width());
        var columns = new ScriptedColumns((line.width() + LineNetwork.STRIDE - 1) / LineNetwork.STRIDE);
        int next = 0;
        for (int x = 0; x < line.width() && next < written.length(); x++) {
            if (hasInk(line, x)) {
                int left = x;
                while (x < line.width() && hasInk(line, x)) {
                    x++;
                }
                name(columns, next++, line, left, x);
            }
        }
        return columns.scores();
    }

    private void name(ScriptedColumns columns, int index, GrayImage line, int left, int right) {
        int column = (left + right) / 2 / LineNetwork.STRIDE;
        double centre = ColumnScores.centre(column);
        int top = 0;
        while (!hasInk(line, left, right, top)) {
            top++;
        }
        int bottom = line.height();
        while (!hasInk(line, left, right, bottom - 1)) {
            bottom--;
        }
        double middle = LineNetwork.HEIGHT / 2.0;
        columns.box(column, centre - left, middle - top, right - centre, bottom - middle)
                .with(column, ScriptedColumns.symbol(other.charAt(index)), otherProbability)
                .with(column, ScriptedColumns.symbol(written.charAt(index)), probability);
    }

    private static boolean hasInk(GrayImage line, int x) {
        for (int y = 0; y < line.height(); y++) {
            if (line.at(x, y) < 128) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasInk(GrayImage line, int left, int right, int y) {
        for (int x = left; x < right; x++) {
            if (line.at(x, y) < 128) {
                return true;
            }
        }
        return false;
    }
}
