package org.numberreader.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numberreader.Defaults;
import org.numberreader.decoding.Expectation;
import org.numberreader.decoding.NumberReader;
import org.numberreader.image.ImageDecoder;
import org.numberreader.image.ImageException;
import org.numberreader.image.Polarity;

/**
 * Spoilt pictures through decoding and reading: each is read or refused, none crashes, hangs or leaves memory behind.
 * The short form runs with {@code -Pslow}; the long one with {@code -Dfuzz.pictures=200000}.
 */
@Tag("slow")
class FuzzPicturesTest {
    private static final int PICTURES = Integer.getInteger("fuzz.pictures", 4000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    /** The service's own deadline. */
    private static final long LONGEST_MILLIS = 10_000;

    /** Native libraries keep some pools; a leak of one small picture in ten would be more in the long form. */
    private static final long GROWTH_MIB = 64;

    /**
     * In a process of its own, whose heap is as large at the beginning as it may ever be: what grows is native memory. In
     * the tests' own process 2 GB of heap grow as Java likes, and a leak would not be seen beside them.
     */
    @Test
    void readsOrRefuses(@TempDir Path folder) throws Exception {
        var output = folder.resolve("output");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms256m",
                        "-Xmx256m",
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseSerialGC",
                        "-Dfuzz.pictures=" + PICTURES,
                        "-Dfuzz.seed=" + SEED,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FuzzPicturesTest.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(2 + PICTURES / 10_000, TimeUnit.MINUTES);
        process.destroyForcibly();
        var lines = Files.readAllLines(output, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> !line.startsWith("libpng"))
                .toList();
        lines.forEach(System.out::println);

        assertThat(ended).isTrue();
        assertThat(process.exitValue()).as("%s", lines).isZero();
    }

    /** Reads spoilt pictures; fails, and ends with 1, where one does what it should not. */
    public static void main(String[] arguments) throws Exception {
        var seeds = Seeds.pictures();
        var mutator = new Mutator(SEED);
        var tally = new Tally();
        long plateau = 0;
        try (var model = Defaults.model()) {
            var decoder = Defaults.decoder();
            var reader = Defaults.reader(model);
            for (int i = 0; i < PICTURES; i++) {
                byte[] picture = mutator.mutated(mutator.anyOf(seeds));
                if (mutator.oneIn(2)) {
                    picture = mutator.withChecksums(picture);
                }
                tally.add(decoder, reader, picture, i);
                if (i == PICTURES / 4) {
                    System.gc();
                    plateau = Memory.resident();
                }
            }
        }
        System.gc();
        long end = Memory.resident();
        System.out.printf(
                "%d pictures, seed %d: %d read, %d refused, slowest %d ms, resident %d MiB after a quarter, %d at the end%n",
                PICTURES, SEED, tally.read, tally.refused, tally.slowest, plateau, end);
        assertThat(tally.slowest).as("slowest, ms").isLessThan(LONGEST_MILLIS);
        assertThat(end).as("resident MiB").isLessThanOrEqualTo(plateau + GROWTH_MIB);
        assertThat(tally.read).as("some get through to the reader").isGreaterThan(PICTURES / 20);
    }

    private static final class Tally {
        private int read;
        private int refused;
        private long slowest;

        void add(ImageDecoder decoder, NumberReader reader, byte[] picture, int number) {
            long start = System.nanoTime();
            try {
                reader.read(decoder.decode(picture, Polarity.AUTO), Expectation.ANY);
                read++;
            } catch (ImageException e) {
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("picture " + number + " of seed " + SEED, e);
            }
            slowest = Math.max(slowest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
    }
}
