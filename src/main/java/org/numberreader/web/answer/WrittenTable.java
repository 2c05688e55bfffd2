package org.numberreader.web.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numberreader.decoding.table.Table;
import org.numberreader.decoding.table.TableCell;
import org.numberreader.image.Box;

/** A table as it goes out. */
@Schema(
        name = "Table",
        description =
                "Two rows and two columns of cells at least: those between ruled lines, or numbers that stand below each other.")
public record WrittenTable(
        int rows,
        int columns,
        Box box,

        @Schema(description = "The page that it is on, from 1.")
        int page,

        @Schema(description = "All cells, row after row, empty ones too.")
        List<Cell> cells) {
    public WrittenTable {
        cells = List.copyOf(cells);
    }

    /** @param before how many numbers the pages before have */
    static WrittenTable of(Table table, int page, int before) {
        var cells = table.cells().stream().map(cell -> Cell.of(cell, before)).toList();
        return new WrittenTable(table.rows(), table.columns(), table.box(), page, cells);
    }

    /** What stands in one row and column. */
    @Schema(name = "Cell")
    public record Cell(
            @Schema(description = "From 0.") int row,

            @Schema(description = "From 0.") int column,

            @Schema(
                    description =
                            "The numbers' text, joined by a blank where there are several; empty where there is none.")
            String text,

            @Schema(description = "Which of the numbers stand in it, from left to right, from 0.")
            List<Integer> numbers,

            @Schema(
                    description =
                            "Between its ruled lines; where there are none, around its numbers, or where its row and column meet.")
            Box box) {
        public Cell {
            numbers = List.copyOf(numbers);
        }

        static Cell of(TableCell cell, int before) {
            var numbers = cell.numbers().stream().map(number -> before + number).toList();
            return new Cell(cell.row(), cell.column(), cell.text(), numbers, cell.box());
        }
    }
}
