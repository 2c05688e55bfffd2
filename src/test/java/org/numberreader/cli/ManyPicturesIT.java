package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numberreader.Defaults;
import org.numberreader.DrawnNumbers;
import org.numberreader.Encoded;
import org.numberreader.decoding.Expectation;
import org.numberreader.decoding.UprightReader;
import org.numberreader.document.PageSelection;

/**
 * The packaged program on a folder of many drawn pictures: how fast, and what is left when it is killed. {@code
 * -Dpictures=2000} for the figures in docs/measuring.md; by default few, to be done soon.
 */
@Tag("slow")
class ManyPicturesIT {
    private static final int PICTURES = Integer.getInteger("pictures", 120);
    private static final int KILLS = 5;
    private static final int JOBS = 2;

    /** Enough pictures that the start of Java is a small part of the time: only then is the rate of interest. */
    private static final int FOR_A_RATE = 1000;

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String CLASSES = System.getProperty("java.class.path");
    private static final int ROUNDS = Integer.getInteger("rounds", 1);
    private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");

    @TempDir
    private static Path pictures;

    @TempDir
    private Path folder;

    @BeforeAll
    static void draw() throws IOException {
        var drawn = new DrawnNumbers(7);
        for (int i = 0; i < PICTURES; i++) {
            var picture = drawn.number(drawn.digits(2, 6), 60);
            String name = "scans-%d/%04d.%s".formatted(i % 7, i, i % 2 == 0 ? "png" : "jpg");
            var file = pictures.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, i % 2 == 0 ? Encoded.png(picture) : Encoded.jpeg(picture));
        }
        // What is no picture is a row all the same.
        Files.writeString(pictures.resolve("scans-0/none.png"), "no picture");
    }

    @Test
    void isNearlyAsFastAsTheReaderAlone() throws Exception {
        double coldSeconds = 0;
        double commandSeconds = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            // Before and after: what else a machine does comes and goes.
            var before = inThisProcess();
            var cold = measured(() -> {
                var process = new ProcessBuilder(JAVA, "-cp", CLASSES, ReaderAlone.class.getName(), pictures.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                assertThat(process.waitFor()).isZero();
            });
            var command = measured(() -> run("whole.csv"));
            var after = inThisProcess();

            System.out.printf(
                    Locale.ROOT,
                    "%d pictures, %d jobs: warm %s and %s; reader alone in a new process %s; by the command %s%n",
                    PICTURES,
                    JOBS,
                    before,
                    after,
                    cold,
                    command);
            coldSeconds += cold.seconds();
            commandSeconds += command.seconds();
        }
        // Beside the same Java, just started, too: a warm one is twice as fast, whatever the command does.
        if (PICTURES >= FOR_A_RATE) {
            assertThat(coldSeconds / commandSeconds).isGreaterThanOrEqualTo(0.9);
        }
    }

    /** How long something took, and how much of the processors, this process and its children together. */
    private record Effort(double seconds, double processorSeconds) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.1f/s (%.2f s, %.2f s of processors)",
                    PICTURES / seconds,
                    seconds,
                    processorSeconds);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Effort measured(Work work) throws Exception {
        double processorsBefore = processorSeconds();
        long began = System.nanoTime();
        work.run();
        return new Effort((System.nanoTime() - began) / 1e9, processorSeconds() - processorsBefore);
    }

    /** utime, stime, cutime and cstime of proc(5), in hundredths of a second; unknown on other systems than Linux. */
    private static double processorSeconds() throws IOException {
        if (!Files.exists(Path.of("/proc/self/stat"))) {
            return Double.NaN;
        }
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11])
                        + Long.parseLong(fields[12])
                        + Long.parseLong(fields[13])
                        + Long.parseLong(fields[14]))
                / 100.0;
    }

    @Test
    void losesNothingWhenItIsKilledFiveTimes() throws Exception {
        long began = System.nanoTime();
        var whole = run("whole.csv");
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        var random = new Random();
        var killedAt = new ArrayList<Integer>();

        while (killedAt.size() < KILLS) {
            int before = rows("killed.csv");
            var process = start("killed.csv", "--resume");
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> !process.isAlive() || rows("killed.csv") > before);
            boolean ended = process.waitFor(random.nextLong(millis / (2 * KILLS)), TimeUnit.MILLISECONDS);
            assertThat(ended).as("done before it was killed").isFalse();
            process.destroyForcibly().waitFor();
            killedAt.add(rows("killed.csv"));
        }

        assertThat(run("killed.csv", "--resume"))
                .as("killed with so many rows: %s", killedAt)
                .isEqualTo(whole);
        assertThat(whole).hasSizeGreaterThan(PICTURES);
        System.out.println("killed with so many rows of " + whole.size() + ": " + killedAt);
    }

    @Test
    void isTheSameInThreeShards() throws Exception {
        var whole = run("whole.csv");
        var parts = new ArrayList<String>(whole.subList(0, 1));
        for (int i = 1; i <= 3; i++) {
            var part = run(i + ".csv", "--shard", i + "/3");
            parts.addAll(part.subList(1, part.size()));
        }

        assertThat(parts).containsExactlyInAnyOrderElementsOf(whole);
    }

    /** By as many threads, after some to warm up. */
    private static Effort inThisProcess() throws Exception {
        try (var model = Defaults.model();
                var crew = new Crew(JOBS)) {
            var inputs = new Inputs(
                    Defaults.documents(), PageSelection.ALL, Defaults.limits().maxBytes());
            var reader = new FileReader(new UprightReader(Defaults.reader(model)), inputs, Expectation.ANY, null);
            var files = List.copyOf(PictureFiles.under(List.of(pictures)).keySet());
            crew.each(files.subList(0, Math.min(200, files.size())), reader::read, reading -> {});
            return measured(() -> crew.each(files, reader::read, reading -> {}));
        }
    }

    /** The rows that it has written when it is done. */
    private List<String> run(String out, String... more) throws IOException, InterruptedException {
        int code = start(out, more).waitFor();
        assertThat(code).as("a picture is none").isLessThan(2);
        return lines(out);
    }

    private int rows(String out) throws IOException {
        return Files.exists(folder.resolve(out)) ? lines(out).size() : 0;
    }

    private List<String> lines(String out) throws IOException {
        return Files.readAllLines(folder.resolve(out));
    }

    private Process start(String out, String... more) throws IOException {
        var command = new ArrayList<>(List.of(JAVA, "-jar", PROGRAM.toString(), "read", "--format", "csv"));
        command.addAll(List.of(
                "--jobs", String.valueOf(JOBS), "--out", folder.resolve(out).toString()));
        command.addAll(List.of(more));
        command.add(pictures.toString());
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
