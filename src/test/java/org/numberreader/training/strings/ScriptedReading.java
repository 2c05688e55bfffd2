package org.numberreader.training.strings;

import java.util.Arrays;
import java.util.List;
import org.numberreader.decoding.ReadLine;
import org.numberreader.decoding.ReadNumber;
import org.numberreader.decoding.Reading;
import org.numberreader.image.Box;

/** Readings of which a test says what they read. */
final class ScriptedReading {
    private static final Box BOX = new Box(0, 0, 1, 1);

    private ScriptedReading() {}

    /** @param read lines of one number each, joined by {@code _} */
    static Reading of(String read) {
        var lines = read.isEmpty()
                ? List.<ReadLine>of()
                : Arrays.stream(read.split("_")).map(ScriptedReading::line).toList();
        return new Reading(lines, List.of(), 0, 0);
    }

    private static ReadLine line(String text) {
        var number =
                new ReadNumber(text.replaceAll("[^0-9]", ""), text, 0.5, false, BOX, List.of(), List.of(), List.of());
        return new ReadLine(text, BOX, List.of(number));
    }
}
