package org.numberreader.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BottomLineTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final BottomLine line = new BottomLine(terminal);

    @Test
    void rowsStandWholeAboveTheBar() {
        line.accept("reading 0%");
        line.above(() -> terminal.print("a.png: 1\n"));
        line.above(() -> terminal.print("b.png: 2\nb.png: 3\n"));
        line.accept("reading 50%");
        line.above(() -> terminal.print("c.png: 4\n"));
        line.accept("reading 100%");
        line.close();

        assertThat(screen()).containsExactly("a.png: 1", "b.png: 2", "b.png: 3", "c.png: 4", "reading 100%", "");
    }

    @Test
    void theBarOutlivesTheRows() {
        line.accept("reading 0%");
        line.above(() -> terminal.print("a.png: 1\n"));

        assertThat(screen()).containsExactly("a.png: 1", "reading 0%");
    }

    /** What is seen, on a terminal that is wide enough and knows return and erase. */
    private List<String> screen() {
        var lines = new ArrayList<>(List.of(""));
        int row = 0;
        int column = 0;
        var codes = written.toString(StandardCharsets.UTF_8);
        for (int i = 0; i < codes.length(); i++) {
            char code = codes.charAt(i);
            if (code == '\n') {
                row++;
                column = 0;
                if (row == lines.size()) {
                    lines.add("");
                }
            } else if (code == '\r') {
                column = 0;
            } else if (codes.startsWith("\u001B[K", i)) {
                lines.set(row, lines.get(row).substring(0, column));
                i += 2;
            } else {
                String seen = lines.get(row);
                String behind = seen.length() > column ? seen.substring(column + 1) : "";
                lines.set(row, seen.substring(0, column) + code + behind);
                column++;
            }
        }
        return lines;
    }
}
