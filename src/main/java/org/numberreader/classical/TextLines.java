package org.numberreader.classical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.numberreader.image.Box;

/** Puts contours in reading order: lines from top to bottom, and in each line numbers from left to right. */
final class TextLines {
    /** Neighbours in a line share at least this part of the lower one's height. */
    private static final double OVERLAP = 0.5;

    /** A gap wider than this parts two numbers, in heights of the line's digits. */
    private static final double GAP = 1;

    private TextLines() {}

    /** The same contours in reading order, each with its line and number. */
    static List<Glyph> of(List<Contour> contours) {
        var glyphs = new ArrayList<Glyph>();
        var lines = lines(contours);
        for (int line = 0; line < lines.size(); line++) {
            number(lines.get(line), line, glyphs);
        }
        return glyphs;
    }

    /** Each contour, from left to right, continues the line whose last one is most nearly beside it. */
    private static List<List<Contour>> lines(List<Contour> contours) {
        var lines = new ArrayList<List<Contour>>();
        var fromTheLeft = contours.stream()
                .sorted(Comparator.comparingInt(contour -> contour.box().x()));
        fromTheLeft.forEach(contour -> {
            var beside = lines.stream()
                    .filter(line -> overlap(last(line), contour.box()) >= OVERLAP)
                    .max(Comparator.comparingDouble(line -> overlap(last(line), contour.box())));
            beside.orElseGet(() -> {
                        var line = new ArrayList<Contour>();
                        lines.add(line);
                        return line;
                    })
                    .add(contour);
        });
        lines.sort(Comparator.comparingInt(line -> line.get(0).box().y()));
        return lines;
    }

    private static Box last(List<Contour> line) {
        return line.get(line.size() - 1).box();
    }

    /** The rows that two boxes share, as a part of the lower one's; below 0 where they share none. */
    private static double overlap(Box one, Box other) {
        double shared = Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y());
        return shared / Math.min(one.height(), other.height());
    }

    private static void number(List<Contour> line, int index, List<Glyph> glyphs) {
        double height = line.stream()
                .mapToInt(contour -> contour.box().height())
                .average()
                .orElseThrow();
        int number = 0;
        int right = line.get(0).box().right();
        for (var contour : line) {
            if (contour.box().x() - right > GAP * height) {
                number++;
            }
            glyphs.add(new Glyph(contour, index, number));
            right = Math.max(right, contour.box().right());
        }
    }
}
