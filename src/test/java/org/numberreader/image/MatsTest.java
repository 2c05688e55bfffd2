package org.numberreader.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** Broken native memory ends a process, so that this is tried in one of its own. */
@Tag("slow")
class MatsTest {
    private static final int THREADS = 4;
    private static final long NANOS = TimeUnit.SECONDS.toNanos(8);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    @SuppressWarnings("unused") // keeps the garbage from being optimized away
    private static volatile byte[] garbage = new byte[0];

    /** Opens and closes matrices while the garbage collector runs all the time: without a fence it lasts for two seconds. */
    public static void main(String[] arguments) {
        Natives.load();
        long end = System.nanoTime() + NANOS;
        for (int i = 0; i < THREADS; i++) {
            var thread = new Thread(() -> {
                while (System.nanoTime() < end) {
                    openAndClose();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        while (System.nanoTime() < end) {
            for (int i = 0; i < 100; i++) {
                garbage = new byte[20_000];
            }
            // Nothing is waited for: a pace of garbage at which the threads get on between two collections.
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        System.out.println("sound");
    }

    private static void openAndClose() {
        try (var mats = new Mats()) {
            for (int i = 0; i < 40; i++) {
                mats.own(new Mat(200 + 20 * i, 600, CvType.CV_8UC1)).setTo(new Scalar(1));
            }
        }
    }

    @Test
    void releasesNothingThatTheFinalizerDeletesMeanwhile() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmn2m",
                        "-Xmx64m",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=/dev/null",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MatsTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output).endsWith("sound\n");
    }
}
