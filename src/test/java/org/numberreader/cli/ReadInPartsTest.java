package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder that is read in shards, or in several runs because the first ones were killed. */
@Tag("load")
class ReadInPartsTest {
    @TempDir
    private static Path pictures;

    @TempDir
    private Path folder;

    @BeforeAll
    static void write() throws IOException {
        for (String name : List.of("a.png", "b, with \"quotes\".png", "c.png", "d.png")) {
            Commands.sample(pictures.resolve(name));
        }
        Files.writeString(pictures.resolve("e.png"), "no picture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void aRunThatWasKilledAnywhereIsGoneOnWith(String format) throws IOException {
        Path out = folder.resolve("out");
        run(format, out);
        byte[] whole = Files.readAllBytes(out);

        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 12)) {
            Files.write(out, Arrays.copyOf(whole, length));
            run(format, out, "--resume");
            assertThat(out).as("killed after %d bytes", length).hasBinaryContent(whole);
        }
    }

    @Test
    void whatIsThereIsNotReadAgain() throws IOException {
        Path out = folder.resolve("out");
        run("jsonl", out);
        String marked = Files.readString(out).replace("\"1704\"", "\"4071\"");
        Files.writeString(out, marked);

        run("jsonl", out, "--resume");

        assertThat(out).hasContent(marked);
    }

    @Test
    void withoutResumeAnOlderFileIsReplaced() throws IOException {
        Path out = folder.resolve("out");
        Files.writeString(out, "older\n");

        run("csv", out);

        assertThat(out).content().startsWith("file,").doesNotContain("older");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void aFileThatIsNoOutputIsLeftAsItIs(String format) throws IOException {
        Path out = folder.resolve("notes.txt");
        Files.writeString(out, "line one\nline two\n");

        var read = Commands.run("read", "--format", format, "--out", out, "--resume", pictures);

        assertThat(read.code()).isEqualTo(1);
        assertThat(read.err()).contains("notes.txt").contains("was not changed");
        assertThat(out).content().isEqualTo("line one\nline two\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void aResumedRunStillTellsOfAnEarlierProblem(String format) throws IOException {
        Path scans = Files.createDirectories(folder.resolve("scans"));
        Files.writeString(scans.resolve("a-broken.png"), "no picture");
        Files.copy(pictures.resolve("a.png"), scans.resolve("b.png"));
        Path out = folder.resolve("out");

        for (int i = 0; i < 2; i++) {
            var read = Commands.run("read", "--format", format, "--out", out, "--resume", scans);
            assertThat(read.code()).as("run %s", i).isEqualTo(1);
        }
    }

    @Test
    void whatWasDrawnIsNotReadAsAPicture() throws IOException {
        Path scans = Files.createDirectories(folder.resolve("scans"));
        Files.copy(pictures.resolve("a.png"), scans.resolve("a.png"));
        Path out = folder.resolve("out");

        for (int i = 0; i < 2; i++) {
            Commands.run(
                    "read", "--format", "jsonl", "--out", out, "--resume", "--annotate", scans.resolve("m"), scans);
        }

        assertThat(out).content().hasLineCount(1);
    }

    @Test
    void whatIsReadMayLieWhereItIsDrawn() throws IOException {
        Path scans = Files.createDirectories(folder.resolve("scans"));
        Files.copy(pictures.resolve("a.png"), scans.resolve("a.png"));

        for (int i = 0; i < 2; i++) {
            var read = Commands.run("read", "--annotate", scans, scans);
            assertThat(read.out()).as("run %s", i).isEqualTo(scans.resolve("a.png") + ": 1704\n");
        }
    }

    @Test
    void aLinkThatLeadsNowhereIsARowWithItsProblem() throws IOException {
        Path scans = Files.createDirectories(folder.resolve("scans"));
        Files.createSymbolicLink(scans.resolve("gone.png"), folder.resolve("nowhere.png"));

        var read = Commands.run("read", scans);

        assertThat(read.code()).isEqualTo(1);
        assertThat(read.out()).contains("gone.png: not read.");
    }

    @Test
    @EnabledIf("hasFullDevice")
    void aFullDiskIsTold() {
        var read = Commands.run("read", "--format", "csv", "--out", "/dev/full", pictures);

        assertThat(read.code()).isEqualTo(1);
        assertThat(read.err()).contains("cannot be written");
    }

    @Test
    void aFolderForTheOutputThatIsNotThereIsTold() {
        var read = Commands.run("read", "--out", folder.resolve("nowhere/out.csv"), pictures);

        assertThat(read.code()).isEqualTo(1);
        assertThat(read.err()).hasLineCount(1).contains("There is no folder", "nowhere");
    }

    static boolean hasFullDevice() {
        return Files.isWritable(Path.of("/dev/full"));
    }

    @Test
    void shardsTogetherAreTheWhole() throws IOException {
        Path out = folder.resolve("out");
        run("jsonl", out);
        var parts = new ArrayList<String>();
        for (int i = 1; i <= 3; i++) {
            Path part = folder.resolve("part" + i);
            run("jsonl", part, "--shard", i + "/3");
            parts.addAll(Files.readAllLines(part));
        }

        assertThat(parts).containsExactlyInAnyOrderElementsOf(Files.readAllLines(out));
    }

    @Test
    void machinesAgreeOnShardsOfAFolderThatGrowsAndIsMountedElsewhere() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("mnt/scans"));
        for (var file : PictureFiles.under(List.of(pictures)).values()) {
            Files.copy(pictures.resolve(file), elsewhere.resolve(file));
            Files.copy(pictures.resolve(file), elsewhere.resolve("a" + file));
        }

        for (String shard : List.of("1/2", "2/2")) {
            var here = Commands.run("read", "--shard", shard, pictures).out();
            var there = Commands.run("read", "--shard", shard, elsewhere).out();

            assertThat(there.replace(elsewhere.toString(), pictures.toString()).lines())
                    .containsAll(here.lines().toList());
        }
    }

    @Test
    void drawsWhatWasRead() throws IOException {
        Path marked = folder.resolve("marked");

        run("csv", folder.resolve("out"), "--annotate", marked);

        try (var files = Files.walk(marked).filter(Files::isRegularFile)) {
            assertThat(files).hasSize(4).allSatisfy(file -> {
                var picture = ImageIO.read(file.toFile());
                var plain = ImageIO.read(pictures.resolve("a.png").toFile());
                assertThat(picture.getWidth()).isEqualTo(plain.getWidth());
                assertThat(colours(picture.getRGB(
                                0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth())))
                        .isTrue();
            });
        }
    }

    @Test
    void markedPicturesOfLikeNamesAreAllKept() throws IOException {
        Path scans = folder.resolve("scans");
        Files.createDirectories(scans.resolve("deep"));
        Files.copy(pictures.resolve("a.png"), scans.resolve("deep/a.png"));
        Files.copy(pictures.resolve("a.png"), scans.resolve("deep_a.png"));
        Path marked = folder.resolve("marked");

        Commands.run("read", "--annotate", marked, scans);

        try (var files = Files.walk(marked).filter(Files::isRegularFile)) {
            assertThat(files.map(Path::toString))
                    .hasSize(2)
                    .anyMatch(name -> name.endsWith("/deep/a.png.png"))
                    .anyMatch(name -> name.endsWith("/deep_a.png.png"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--resume", "--shard=0/3", "--shard=4/3", "--shard=x", "--shard=1"})
    void wrongUsageIsTold(String option) {
        var read = Commands.run("read", "--format", "csv", option, pictures);

        assertThat(read.code()).isEqualTo(2);
        assertThat(read.err()).contains(option.substring(0, 7));
        assertThat(read.out()).isEmpty();
    }

    /** Whether there is a pixel that is not grey. */
    private static boolean colours(int[] pixels) {
        return Arrays.stream(pixels).anyMatch(rgb -> (rgb & 0xff) != (rgb >> 8 & 0xff));
    }

    private static void run(String format, Path out, Object... more) {
        var arguments = new ArrayList<Object>(List.of("read", "--format", format, "--jobs", 1, "--out", out));
        arguments.addAll(List.of(more));
        arguments.add(pictures);
        var read = Commands.run(arguments.toArray());
        assertThat(read.code()).as(read.err()).isLessThan(2);
        assertThat(read.out()).isEmpty();
    }
}
