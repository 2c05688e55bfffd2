package org.numberreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numberreader.decoding.Expectation;
import org.numberreader.decoding.Reading;
import org.numberreader.decoding.table.Table;
import org.numberreader.decoding.table.TableCell;
import org.numberreader.image.Box;
import org.numberreader.image.Picture;
import org.numberreader.recognition.DigitModel;
import org.numberreader.training.scene.TablePages;
import org.numberreader.training.scene.TablePages.TablePage;
import org.numberreader.training.scene.TablePages.WrittenCell;

/** Tables that the project draws, read by the packaged networks: which of the written cells are where they were written. */
@Tag("accuracy")
class TablesIT {
    private static final int TABLES = 10;
    private static final int ROWS = 10;
    private static final int COLUMNS = 5;

    /** Apart from every seed of the training's. */
    private static final long SEED = 20_000;

    private static DigitModel model;

    @BeforeAll
    static void load() {
        model = Defaults.model();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    /** The written cells of some tables, and what became of them. */
    private static final class Count {
        private int written;
        private int placed;
        private int unread;
        private int text;
        private int tables;

        void add(TablePage page, Reading reading) {
            boolean isWhole = reading.tables().size() == 1
                    && reading.tables().get(0).rows() == ROWS
                    && reading.tables().get(0).columns() == COLUMNS;
            tables += isWhole ? 1 : 0;
            for (var cell : page.cells()) {
                var found = reading.tables().stream()
                        .flatMap(table -> holding(table, cell, reading).stream())
                        .findFirst();
                boolean isRead = reading.numbers().stream().anyMatch(number -> isAt(cell, number.box()));
                written++;
                unread += isRead ? 0 : 1;
                boolean isPlaced = found.isPresent()
                        && found.get().row() == cell.row()
                        && found.get().column() == cell.column();
                placed += isPlaced ? 1 : 0;
                text += isPlaced && found.get().text().equals(cell.text()) ? 1 : 0;
            }
        }
    }

    /** The cell that has the number which is where the written one is. */
    private static Optional<TableCell> holding(Table table, WrittenCell written, Reading reading) {
        return table.cells().stream()
                .filter(cell -> cell.numbers().stream()
                        .anyMatch(number ->
                                isAt(written, reading.numbers().get(number).box())))
                .findFirst();
    }

    private static boolean isAt(WrittenCell cell, Box box) {
        return box.x() <= cell.x() && cell.x() <= box.right() && box.y() <= cell.y() && cell.y() <= box.bottom();
    }

    @ParameterizedTest(name = "ruled: {0}")
    @CsvSource({"true, 0.98, 0.91", "false, 0.98, 0.91"})
    void putsWhatIsWrittenInItsRowAndColumn(boolean ruled, double placedAtLeast, double textAtLeast) {
        var pages = new TablePages();
        var reader = Defaults.reader(model);
        var count = new Count();
        for (int i = 0; i < TABLES; i++) {
            var page = pages.draw(ROWS, COLUMNS, ruled, SEED + i);
            count.add(page, reader.read(Picture.of(page.picture()), Expectation.ANY));
        }

        System.out.printf(
                "tables, %s: %d of %d cells in their row and column, %d with their text, %d not read; %d of %d tables whole%n",
                ruled ? "ruled" : "unruled",
                count.placed,
                count.written,
                count.text,
                count.unread,
                count.tables,
                TABLES);
        assertThat((double) count.placed / count.written).isGreaterThanOrEqualTo(placedAtLeast);
        assertThat((double) count.text / count.written).isGreaterThanOrEqualTo(textAtLeast);
    }
}
