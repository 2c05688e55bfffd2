package org.numberreader.cli.output;

import java.time.Duration;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

/** Progress on standard error, with rate and time left: a bar on a terminal, now and then a line in a log. */
public final class Bars {
    /** An epoch takes about a minute: some lines of it in a log, and not hundreds. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final int WIDTH = 100;

    private Bars() {}

    public static ProgressBar bar(String task, String unit, long steps) {
        var builder = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setUpdateIntervalMillis(200)
                .setUnit(" " + unit, 1)
                .showSpeed();
        // Picocli knows which JDKs have a console in a pipe too.
        if (!Ansi.AUTO.enabled()) {
            builder.setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new DelegatingProgressBarConsumer(new Sparse(), WIDTH));
        }
        return builder.build();
    }

    /** Prints a line only after a silence: short work says nothing. */
    private static final class Sparse implements Consumer<String> {
        private long last = System.nanoTime();

        @Override
        public void accept(String line) {
            if (System.nanoTime() - last >= SILENCE.toNanos()) {
                System.err.println(line);
                last = System.nanoTime();
            }
        }
    }
}
