package org.numberreader.cli.output;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;

/** A bar on the last line of a terminal. What goes to the same terminal meanwhile stands above it. */
final class BottomLine extends ConsoleProgressBarConsumer {
    private static final String ERASE = "\r\u001B[K";

    private final PrintStream terminal;
    private String shown = "";

    BottomLine(PrintStream terminal) {
        super(terminal);
        this.terminal = terminal;
    }

    @Override
    public synchronized void accept(String bar) {
        shown = bar;
        super.accept(bar);
        terminal.flush();
    }

    /** @param rows prints whole lines, and leaves nothing in a buffer */
    synchronized void above(Runnable rows) {
        terminal.print(ERASE);
        terminal.flush();
        rows.run();
        accept(shown);
    }
}
