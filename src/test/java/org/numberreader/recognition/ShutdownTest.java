package org.numberreader.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that was told to stop finishes what it reads; in one of its own, because a fault of it kills the process. */
class ShutdownTest {
    private static final String STILL_READS = "still reads";

    @Test
    void readsOnWhileTheProcessShutsDown(@TempDir Path folder) throws IOException, InterruptedException {
        var output = folder.resolve("output").toFile();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();

        assertThat(ended).isTrue();
        assertThat(output).content(StandardCharsets.UTF_8).contains(STILL_READS);
        assertThat(process.exitValue()).isZero();
    }

    /** Loads the model and goes on scoring for half a second after the shutdown has begun. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] arguments) {
            var model = DigitModel.packaged("digit");
            model.score(blanks(1));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
                // Numbers of frames that it has not seen yet: a known one does not ask the environment for anything.
                for (int i = 0; System.nanoTime() < end; i++) {
                    model.score(blanks(1 + i % 16));
                }
                System.out.println(STILL_READS);
            }));
            System.exit(0);
        }

        private static List<DigitFrame> blanks(int count) {
            return Collections.nCopies(count, DigitFrame.ofPixels(new byte[DigitFrame.SIDE * DigitFrame.SIDE]));
        }
    }
}
