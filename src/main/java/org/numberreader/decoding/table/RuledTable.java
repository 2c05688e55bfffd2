package org.numberreader.decoding.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.numberreader.image.Box;
import org.numberreader.layout.ruling.RuledGrid;
import org.numberreader.layout.ruling.RuledLine;
import org.numberreader.layout.ruling.Skew;

/** Makes a table of a grid of ruled lines and of what is written in its cells. */
final class RuledTable {
    /** A line through an entry leaves at least that much of it on either side, in digits' heights: hands run over by less. */
    private static final double THROUGH = 0.35;

    /**
     * Of a grid that is no table, as squared paper, lines go through more than this share of what is written; of one of which a line
     * was not seen so much stands below something else in its cell.
     */
    private static final double AMISS = 0.2;

    private final List<RuledLine> across;
    private final List<RuledLine> down;
    private final List<Placed> entries;

    private RuledTable(List<RuledLine> across, List<RuledLine> down, List<Placed> all) {
        this.across = across;
        this.down = down;
        this.entries = all.stream()
                .filter(placed -> isBetween(row(placed), across) && isBetween(column(placed), down))
                .toList();
    }

    /**
     * The table that a grid is; cells that are open to a side are its own where something is written in them.
     *
     * @param all entries of the picture, each row from left to right
     * @param height of their digits, in pixels
     */
    static Optional<Table> of(RuledGrid grid, List<Placed> all, Skew skew, double height) {
        var closed = grid.closed(height);
        var table = new RuledTable(closed.across(), closed.down(), all).without(grid);
        return table.isTable(height) ? Optional.of(table.table(skew)) : Optional.empty();
    }

    /** Without the outer rows and columns that were open and have nothing in them. */
    private RuledTable without(RuledGrid open) {
        return new RuledTable(
                filled(across, open.across(), this::row), filled(down, open.down(), this::column), entries);
    }

    private List<RuledLine> filled(List<RuledLine> closed, List<RuledLine> open, ToIntFunction<Placed> cell) {
        int last = closed.size() - 2;
        boolean first =
                open.contains(closed.get(0)) || entries.stream().anyMatch(placed -> cell.applyAsInt(placed) == 0);
        boolean end = open.contains(closed.get(last + 1))
                || entries.stream().anyMatch(placed -> cell.applyAsInt(placed) == last);
        return closed.subList(first ? 0 : 1, closed.size() - (end ? 0 : 1));
    }

    private static boolean isBetween(int cell, List<RuledLine> lines) {
        return cell >= 0 && cell < lines.size() - 1;
    }

    private int row(Placed placed) {
        return (int) across.stream()
                        .filter(line -> line.at(placed.across()) < placed.down())
                        .count()
                - 1;
    }

    private int column(Placed placed) {
        return (int) down.stream()
                        .filter(line -> line.at(placed.down()) < placed.across())
                        .count()
                - 1;
    }

    private boolean isTable(double height) {
        long over = entries.stream()
                .filter(placed -> down.stream().anyMatch(line -> isThrough(line, placed, height)))
                .count();
        return across.size() > 2
                && down.size() > 2
                && entries.size() > 1
                && over <= AMISS * entries.size()
                && crowded(height) <= AMISS * entries.size();
    }

    /** How many entries stand below another one in their cell. */
    private long crowded(double height) {
        return entries.stream()
                .filter(placed -> entries.stream()
                        .anyMatch(other -> placed.down() - other.down() > Tilt.CLOSE * height
                                && row(other) == row(placed)
                                && column(other) == column(placed)))
                .count();
    }

    private static boolean isThrough(RuledLine line, Placed placed, double height) {
        double at = line.at(placed.down());
        return placed.left() < at - THROUGH * height && placed.right() > at + THROUGH * height;
    }

    private Table table(Skew skew) {
        var cells = new ArrayList<TableCell>();
        for (int row = 0; row + 1 < across.size(); row++) {
            for (int column = 0; column + 1 < down.size(); column++) {
                int ownRow = row;
                int ownColumn = column;
                var here = entries.stream()
                        .filter(placed -> row(placed) == ownRow && column(placed) == ownColumn)
                        .toList();
                cells.add(TableCell.of(row, column, here, box(row, column, skew)));
            }
        }
        return Table.of(across.size() - 1, down.size() - 1, cells);
    }

    private Box box(int row, int column, Skew skew) {
        double middle = (across.get(row).middle() + across.get(row + 1).middle()) / 2;
        double left = down.get(column).at(middle);
        double right = down.get(column + 1).at(middle);
        double top = across.get(row).at((left + right) / 2);
        double bottom = across.get(row + 1).at((left + right) / 2);
        return skew.box(left, top, right, bottom);
    }
}
