package org.numberreader.cli.output;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Help.Ansi;

/** Progress bars on standard error: with rate and time left on a terminal, none in a pipe. */
public final class Bars {
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
            builder.setConsumer(new DelegatingProgressBarConsumer(line -> {}));
        }
        return builder.build();
    }
}
