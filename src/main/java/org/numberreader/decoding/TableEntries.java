package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.List;
import org.numberreader.decoding.table.Entry;
import org.numberreader.decoding.table.Table;
import org.numberreader.decoding.table.TableFinder;
import org.numberreader.image.Picture;

/** Looks for tables in what was read: numbers that only signs part, as a date's, stay in one cell. */
final class TableEntries {
    private TableEntries() {}

    /** The tables of a picture's lines, in the pixels of the picture as uploaded. */
    static List<Table> tables(Picture picture, List<ReadLine> lines) {
        if (lines.size() < 2) {
            return List.of();
        }
        var entries = new ArrayList<Entry>();
        int next = 0;
        for (var line : lines) {
            add(entries, line, next, 1 / picture.scale());
            next += line.numbers().size();
        }
        return TableFinder.tables(picture.gray(), entries).stream()
                .map(table -> table.scaled(picture.scale()))
                .toList();
    }

    private static void add(List<Entry> entries, ReadLine line, int first, double scale) {
        int end = 0;
        for (int i = 0; i < line.numbers().size(); i++) {
            var number = line.numbers().get(i);
            var own = new Entry(List.of(first + i), number.text(), number.box().scaled(scale));
            int start = line.text().indexOf(number.text(), end);
            String between = start < 0 ? " " : line.text().substring(end, start);
            if (i > 0 && !between.isEmpty() && between.indexOf(' ') < 0) {
                entries.set(entries.size() - 1, entries.get(entries.size() - 1).with(own));
            } else {
                entries.add(own);
            }
            end = start < 0 ? end : start + number.text().length();
        }
    }
}
