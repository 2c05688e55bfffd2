package org.numberreader.decoding.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.Box;
import org.numberreader.layout.ruling.Skew;

/** Makes a table of rows whose entries stand below each other, where no lines are ruled. */
final class AlignedTable {
    /** So large a share of a table's cells is filled, and of its entries stands below or above what their column is mostly of. */
    private static final double MOST = 0.5;

    private final List<List<Placed>> rows;
    private final Columns columns;
    private final Skew skew;

    private AlignedTable(List<List<Placed>> rows, Columns columns, Skew skew) {
        this.rows = rows;
        this.columns = columns;
        this.skew = skew;
    }

    /**
     * The table that a block of rows is.
     *
     * @param height of its digits, in pixels
     */
    static Optional<Table> of(List<List<Placed>> block, Skew rowsLevel, double height) {
        var skew = Columns.of(block).upright(block, rowsLevel, height);
        var rows = block.stream()
                .map(row -> row.stream()
                        .map(placed -> Placed.of(placed.entry(), skew))
                        .toList())
                .toList();
        var aligned = new AlignedTable(rows, Columns.of(rows), skew).withoutWhatIsBeside();
        return aligned.isTable() ? Optional.of(aligned.table()) : Optional.empty();
    }

    /** Without rows above and below of which no entry is in line with a column, as a heading or a page number. */
    private AlignedTable withoutWhatIsBeside() {
        int from = 0;
        int to = rows.size();
        while (from < to && !isInLine(rows.get(from))) {
            from++;
        }
        while (from < to && !isInLine(rows.get(to - 1))) {
            to--;
        }
        var left = rows.subList(from, to);
        return from == 0 && to == rows.size() ? this : new AlignedTable(left, Columns.of(left), skew);
    }

    private boolean isInLine(List<Placed> row) {
        return row.stream().anyMatch(this::isInLine);
    }

    /** Whether an entry shares some of the width that most of its column's entries have. */
    private boolean isInLine(Placed placed) {
        var own = column(columns.of(placed));
        double left = median(own.stream().map(Placed::left).toList());
        double right = median(own.stream().map(Placed::right).toList());
        return own.size() > 1 && placed.left() < right && placed.right() > left;
    }

    private List<Placed> column(int column) {
        return rows.stream()
                .flatMap(List::stream)
                .filter(placed -> columns.of(placed) == column)
                .toList();
    }

    private boolean isTable() {
        long wide = rows.stream().filter(row -> row.size() > 1).count();
        var entries = rows.stream().flatMap(List::stream).toList();
        long inLine = entries.stream().filter(this::isInLine).count();
        long filled = rows.stream()
                .mapToLong(row -> row.stream().map(columns::of).distinct().count())
                .sum();
        return columns.count() > 1
                && wide > 1
                && inLine > MOST * entries.size()
                && filled >= MOST * rows.size() * columns.count();
    }

    private Table table() {
        var cells = new ArrayList<TableCell>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.count(); column++) {
                int own = column;
                var here = rows.get(row).stream()
                        .filter(placed -> columns.of(placed) == own)
                        .toList();
                @Nullable
                Box around = here.stream()
                        .map(placed -> placed.entry().box())
                        .reduce(Box::union)
                        .orElse(null);
                cells.add(TableCell.of(row, column, here, around == null ? empty(row, column) : around));
            }
        }
        return Table.of(rows.size(), columns.count(), cells);
    }

    /** Where a row and a column meet. */
    private Box empty(int row, int column) {
        var across = column(column);
        var down = rows.get(row);
        double half = median(down.stream()
                        .map(placed -> (double) placed.entry().box().height())
                        .toList())
                / 2;
        double middle = median(down.stream().map(Placed::down).toList());
        return skew.box(
                across.stream().mapToDouble(Placed::left).min().orElseThrow(),
                middle - half,
                across.stream().mapToDouble(Placed::right).max().orElseThrow(),
                middle + half);
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
