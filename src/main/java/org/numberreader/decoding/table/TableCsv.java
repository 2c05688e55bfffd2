package org.numberreader.decoding.table;

import java.util.List;
import java.util.stream.Collectors;

/** Tables as comma-separated values (RFC 4180), which spreadsheets open: a line for each row, and an empty line between tables. */
public final class TableCsv {
    private static final String END = "\r\n";

    private TableCsv() {}

    /**
     * Writes tables.
     *
     * @param tables of rows of cells
     * @return empty where there are none
     */
    public static String of(List<List<List<String>>> tables) {
        return tables.stream()
                .map(table -> table.stream().map(TableCsv::row).collect(Collectors.joining()))
                .collect(Collectors.joining(END));
    }

    /** Texts of {@link #of} as one; empty ones are left out. */
    public static String joined(List<String> texts) {
        return texts.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(END));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(TableCsv::field).collect(Collectors.joining(",", "", END));
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
