package org.numberreader.decoding.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;

/** Tables of scripted entries: digits are 20 pixels high and 12 wide, rows 40 apart, columns 80. */
class TableFinderTest {
    private static final int SIDE = 480;
    private static final int PITCH = 40;
    private static final int WIDTH = 80;

    private final byte[] pixels = new byte[SIDE * SIDE];
    private final List<Entry> entries = new ArrayList<>();
    private double tilt;

    TableFinderTest() {
        Arrays.fill(pixels, (byte) 230);
    }

    @ParameterizedTest(name = "falls {0} pixels a pixel")
    @ValueSource(doubles = {0, 0.05, -0.05})
    void alignedNumbersAreATable(double tangent) {
        tilt = tangent;
        rows("18 7 125", "9 - 20", "13 15 6");

        var table = only();

        assertThat(table.texts())
                .containsExactly(List.of("18", "7", "125"), List.of("9", "", "20"), List.of("13", "15", "6"));
        assertThat(table.cells().get(2).numbers()).containsExactly(2);
        assertThat(table.cells().get(4).numbers()).isEmpty();
        assertThat(table.cells().get(4).box().x()).isBetween(130, 170);
    }

    @ParameterizedTest(name = "falls {0} pixels a pixel")
    @ValueSource(doubles = {0, 0.05, -0.05})
    void ruledCellsKeepTheirPlaceWhereTheyAreEmpty(double tangent) {
        tilt = tangent;
        rows("- 7 3", "- - 20", "6 15 -");
        rule(4, 4, PITCH, WIDTH);

        var table = only();

        assertThat(table.texts()).containsExactly(List.of("", "7", "3"), List.of("", "", "20"), List.of("6", "15", ""));
        assertThat(table.cells().get(0).box().width()).isBetween(WIDTH - 4, WIDTH + 4);
        assertThat(table.cells().get(0).box().height()).isBetween(PITCH - 4, PITCH + 4);
    }

    @Test
    void cellsMayBeOpenToTheSides() {
        rows("18 7 125", "9 12 20", "13 15 6");
        line(0, PITCH, 3 * WIDTH, PITCH);
        line(0, 2 * PITCH, 3 * WIDTH, 2 * PITCH);
        line(WIDTH, 0, WIDTH, 3 * PITCH);
        line(2 * WIDTH, 0, 2 * WIDTH, 3 * PITCH);

        assertThat(only().texts())
                .containsExactly(List.of("18", "7", "125"), List.of("9", "12", "20"), List.of("13", "15", "6"));
    }

    @Test
    void oneLineOfNumbersIsNone() {
        rows("18 7 125 9 12");

        assertThat(tables()).isEmpty();
    }

    @Test
    void numbersBelowEachOtherAreNone() {
        rows("18", "7", "125", "9");

        assertThat(tables()).isEmpty();
    }

    @Test
    void aHeadingIsNoRow() {
        entries.add(new Entry(List.of(0), "2026", new Box(320, 5, 48, 20)));
        tilt = 0;
        rows("- -", "18 7", "9 12", "13 15");

        assertThat(only().rows()).isEqualTo(3);
    }

    @Test
    void squaredPaperIsNoTable() {
        rows("125 740 - 333", "- 981 225 -", "123 456 111 789");
        rule(40, 40, 12, 12);

        assertThat(only().columns()).isEqualTo(4);
    }

    @Test
    void twoNumbersInACellAreJoined() {
        rows("18 7", "199 12", "135 15", "111 10");
        entries.add(new Entry(List.of(8), "5", new Box(86, 40, 12, 20)));

        var cell = only().cells().get(0);

        assertThat(cell.text()).isEqualTo("18 5");
        assertThat(cell.numbers()).containsExactly(0, 8);
    }

    private Table only() {
        assertThat(tables()).hasSize(1);
        return tables().get(0);
    }

    private List<Table> tables() {
        return TableFinder.tables(new GrayImage(SIDE, SIDE, pixels.clone()), entries);
    }

    /** Numbers in the middle of their cells; a dash is an empty one. */
    private void rows(String... rows) {
        for (int row = 0; row < rows.length; row++) {
            var cells = rows[row].split(" ");
            for (int column = 0; column < cells.length; column++) {
                if (!cells[column].equals("-")) {
                    int width = 12 * cells[column].length();
                    double x = WIDTH * (column + 0.5);
                    double y = PITCH * (row + 0.5);
                    var box = new Box((int) x(x, y) - width / 2, (int) y(x, y) - 10, width, 20);
                    entries.add(new Entry(List.of(entries.size()), cells[column], box));
                }
            }
        }
    }

    private void rule(int across, int down, int pitch, int width) {
        for (int row = 0; row < across; row++) {
            line(0, row * pitch, (down - 1) * width, row * pitch);
        }
        for (int column = 0; column < down; column++) {
            line(column * width, 0, column * width, (across - 1) * pitch);
        }
    }

    private void line(double fromX, double fromY, double toX, double toY) {
        double length = Math.hypot(toX - fromX, toY - fromY);
        for (double at = 0; at <= length; at += 0.5) {
            double levelX = fromX + at / length * (toX - fromX);
            double levelY = fromY + at / length * (toY - fromY);
            int x = (int) x(levelX, levelY);
            int y = (int) y(levelX, levelY);
            if (x >= 0 && y >= 0 && x < SIDE && y < SIDE) {
                pixels[y * SIDE + x] = 120;
            }
        }
    }

    private double x(double levelX, double levelY) {
        return 30 + levelX - tilt * levelY;
    }

    private double y(double levelX, double levelY) {
        return 30 + levelY + tilt * levelX;
    }
}
