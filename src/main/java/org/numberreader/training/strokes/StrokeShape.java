package org.numberreader.training.strokes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One way of writing a sign.
 *
 * @param label the digit, 10 for a sign that is none, or the sign's character where it has a meaning beside digits
 * @param style tells the ways of writing one sign apart
 * @param strokes in a box about 100 units high, y downwards
 */
record StrokeShape(int label, String style, List<PenStroke> strokes) {
    /** The label of what is no digit. */
    static final int NO_DIGIT = 10;

    /** The shapes of a file packaged in the folder {@code strokes}; the file's head says how it is written. */
    static List<StrokeShape> packaged(String file) {
        try (InputStream in = StrokeShape.class.getClassLoader().getResourceAsStream("strokes/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("not packaged: strokes/" + file);
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(StrokeShape::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("strokes/" + file, e);
        }
    }

    private static int label(char first) {
        if (first == '-') {
            return NO_DIGIT;
        }
        return Character.isDigit(first) ? first - '0' : first;
    }

    private static StrokeShape parse(String line) {
        int colon = line.indexOf(':', 1);
        int label = label(line.charAt(0));
        var strokes = Arrays.stream(line.substring(colon + 1).split("/", -1))
                .map(PenStroke::parse)
                .toList();
        return new StrokeShape(label, line.substring(2, colon), strokes);
    }
}
