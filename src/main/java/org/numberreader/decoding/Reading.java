package org.numberreader.decoding;

import java.util.List;
import org.numberreader.decoding.table.Table;
import org.numberreader.decoding.table.TableCsv;
import org.numberreader.image.Picture;

/**
 * All that was read in a picture.
 *
 * @param lines from top to bottom; empty where there are no numbers
 * @param unread handwriting that is in no number
 * @param tables from top to bottom; their cells name numbers by their place in {@link #numbers}
 * @param segmentMillis time to find the text lines and to cut them out
 * @param classifyMillis time to recognise and to decode them
 */
public record Reading(
        List<ReadLine> lines, List<Unread> unread, List<Table> tables, double segmentMillis, double classifyMillis) {
    public Reading {
        lines = List.copyOf(lines);
        unread = List.copyOf(unread);
        tables = List.copyOf(tables);
    }

    /** A reading in which no table was looked for. */
    public Reading(List<ReadLine> lines, List<Unread> unread, double segmentMillis, double classifyMillis) {
        this(lines, unread, List.of(), segmentMillis, classifyMillis);
    }

    /** The same with the tables of the picture that was read. */
    Reading withTables(Picture picture) {
        long start = System.nanoTime();
        var found = TableEntries.tables(picture, lines);
        double millis = (System.nanoTime() - start) / 1e6;
        return new Reading(lines, unread, found, segmentMillis, classifyMillis + millis);
    }

    /** The numbers in reading order. */
    public List<ReadNumber> numbers() {
        return lines.stream().flatMap(line -> line.numbers().stream()).toList();
    }

    /**
     * The cells' texts of each table, row after row, as comma-separated values; where there is no table, the numbers of each line.
     * Numbers beside a table are left out: what a spreadsheet gets are its rows and columns.
     */
    public String csv() {
        var ofLines = lines.stream()
                .map(line -> line.numbers().stream().map(ReadNumber::text).toList())
                .toList();
        return TableCsv.of(
                tables.isEmpty()
                        ? List.of(ofLines)
                        : tables.stream().map(Table::texts).toList());
    }
}
