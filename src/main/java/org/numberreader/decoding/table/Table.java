package org.numberreader.decoding.table;

import java.util.ArrayList;
import java.util.List;
import org.numberreader.image.Box;

/**
 * Numbers in rows and columns.
 *
 * @param box around all of its cells
 * @param cells all of them, empty ones too, row after row
 */
public record Table(int rows, int columns, Box box, List<TableCell> cells) {
    public Table {
        cells = List.copyOf(cells);
    }

    static Table of(int rows, int columns, List<TableCell> cells) {
        Box box = cells.stream().map(TableCell::box).reduce(Box::union).orElseThrow();
        return new Table(rows, columns, box, cells);
    }

    boolean has(Entry entry) {
        return cells.stream().anyMatch(cell -> cell.numbers().containsAll(entry.numbers()));
    }

    /** The cells' texts: a list for each row. */
    public List<List<String>> texts() {
        var texts = new ArrayList<List<String>>();
        for (int row = 0; row < rows; row++) {
            texts.add(cells.subList(row * columns, (row + 1) * columns).stream()
                    .map(TableCell::text)
                    .toList());
        }
        return texts;
    }

    /** The same in a picture {@code factor} times as large. */
    public Table scaled(double factor) {
        return new Table(
                rows,
                columns,
                box.scaled(factor),
                cells.stream().map(cell -> cell.scaled(factor)).toList());
    }
}
