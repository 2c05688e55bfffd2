package org.numberreader.cli.output;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** Progress on standard error, with rate and time left: a bar on a terminal, now and then a line in a log. */
public final class Bars {
    /** An epoch takes about a minute: some lines of it in a log, and not hundreds. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final int WIDTH = 100;

    private Bars() {}

    public static ProgressBar bar(String task, String unit, long steps) {
        return bar(task, unit, steps, isTerminal() ? new BottomLine(System.err) : null);
    }

    /** @param line where the bar is, on a terminal */
    static ProgressBar bar(String task, String unit, long steps, @Nullable BottomLine line) {
        var builder = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setUpdateIntervalMillis(200)
                .setUnit(" " + unit, 1)
                .showSpeed();
        return line != null
                ? builder.setConsumer(line).build()
                : builder.setStyle(ProgressBarStyle.ASCII)
                        .setConsumer(new DelegatingProgressBarConsumer(new Sparse(), WIDTH))
                        .build();
    }

    /**
     * Whether standard error is one, also where standard output goes to a file. Java tells only of both together, so the
     * system's own program is asked, which has no output; where there is none, picocli knows which JDKs have a console in
     * a pipe too.
     */
    static boolean isTerminal() {
        try {
            var test = new ProcessBuilder("test", "-t", "2").redirectError(ProcessBuilder.Redirect.INHERIT);
            return test.start().waitFor() == 0;
        } catch (IOException e) {
            return Ansi.AUTO.enabled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
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
