package org.numberreader.decoding.table;

import java.util.List;
import org.numberreader.image.Box;

/**
 * A cell of a table.
 *
 * @param row from 0
 * @param column from 0
 * @param text of its numbers as they are written, from left to right, joined by a blank; empty where there are none
 * @param numbers their places among the reading's numbers
 * @param box between its ruled lines; where there are none, around its numbers, or where its row and column meet
 */
public record TableCell(int row, int column, String text, List<Integer> numbers, Box box) {
    public TableCell {
        numbers = List.copyOf(numbers);
    }

    static TableCell of(int row, int column, List<Placed> placed, Box box) {
        var entries = placed.stream().map(Placed::entry).toList();
        return new TableCell(
                row,
                column,
                String.join(" ", entries.stream().map(Entry::text).toList()),
                entries.stream().flatMap(entry -> entry.numbers().stream()).toList(),
                box);
    }

    TableCell scaled(double factor) {
        return new TableCell(row, column, text, numbers, box.scaled(factor));
    }
}
