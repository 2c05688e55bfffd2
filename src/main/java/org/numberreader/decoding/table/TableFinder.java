package org.numberreader.decoding.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.numberreader.image.GrayImage;
import org.numberreader.layout.ruling.RuledGrid;
import org.numberreader.layout.ruling.RuledLines;

/** Finds the tables of a picture: cells between ruled lines, and entries that stand in rows and columns without any. */
public final class TableFinder {
    /** So many rows have two entries at least: else there is no table, and no line is looked for, which costs time. */
    private static final int WIDE_ROWS = 2;

    private TableFinder() {}

    /**
     * The tables from top to bottom, those beside each other from left to right.
     *
     * @param picture dark on light
     * @param entries of it, boxes in its pixels
     */
    public static List<Table> tables(GrayImage picture, List<Entry> entries) {
        if (entries.size() < 2 * WIDE_ROWS) {
            return List.of();
        }
        double height = AlignedTable.median(
                entries.stream().map(entry -> (double) entry.box().height()).toList());
        var skew = Tilt.of(entries.stream().map(Entry::box).toList(), height);
        var rows = Rows.of(entries, skew, height);
        if (rows.stream().filter(row -> row.size() > 1).count() < WIDE_ROWS) {
            return List.of();
        }
        var placed = rows.stream().flatMap(List::stream).toList();
        var tables = new ArrayList<Table>();
        for (var grid : RuledGrid.of(RuledLines.of(picture, skew, height), height)) {
            RuledTable.of(grid, placed, skew, height).ifPresent(tables::add);
        }
        var left = entries.stream()
                .filter(entry -> tables.stream().noneMatch(table -> table.has(entry)))
                .toList();
        for (var block : Rows.blocks(Rows.of(left, skew, height))) {
            AlignedTable.of(block, skew, height).ifPresent(tables::add);
        }
        tables.sort(Comparator.comparingInt((Table table) -> table.box().y())
                .thenComparingInt(table -> table.box().x()));
        return tables;
    }
}
