package org.numberreader.cli.output;

import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** The progress of work that prints a row at each step, maybe to the terminal that shows the bar, too; without one, none. */
public final class RowsBar implements AutoCloseable {
    private final @Nullable BottomLine line;
    private final @Nullable ProgressBar bar;

    public RowsBar(String task, String unit, long steps) {
        line = Bars.isTerminal() ? new BottomLine(System.err) : null;
        bar = line == null ? null : Bars.bar(task, unit, steps, line);
    }

    /** Prints the row, and is one step further. */
    public void step(Runnable row) {
        if (line == null || bar == null) {
            row.run();
            return;
        }
        line.above(row);
        bar.step();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
