package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numberreader.training.scene.SamplePages;

@Tag("slow")
class DrawCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theSameSeedDrawsTheSameBytes() throws IOException {
        var drawn = Commands.run("draw", "--out", folder.resolve("a"), "--seed", 3, "--count", 2);
        Commands.run("draw", "--out", folder.resolve("b"), "--seed", 3, "--count", 2);
        Commands.run("draw", "--out", folder.resolve("c"), "--seed", 4, "--count", 2);

        assertThat(drawn.err()).isEmpty();
        assertThat(drawn.code()).isZero();
        assertThat(drawn.out()).isEqualTo("drew 24 pictures to %s%n", folder.resolve("a"));
        var a = contents(folder.resolve("a"));
        assertThat(a).hasSize(24);
        assertThat(contents(folder.resolve("b"))).usingRecursiveComparison().isEqualTo(a);
        assertThat(contents(folder.resolve("c")).keySet()).isNotEqualTo(a.keySet());
    }

    @Test
    void namesSayTheTruth() throws IOException {
        Commands.run("draw", "--out", folder.resolve("drawn"), "--seed", 1, "--count", 1);
        var pages = new SamplePages();
        for (var kind : pages.kinds()) {
            assertThat(contents(folder.resolve("drawn").resolve(kind)))
                    .containsOnlyKeys(pages.draw(kind, 1, 1).truth() + "-01.png");
        }
    }

    @Test
    void whatIsDrawnCanBeMeasured() {
        Commands.run("draw", "--out", folder.resolve("drawn"), "--seed", 1, "--count", 1);

        var measured = Commands.run(
                "evaluate", "--pictures", folder.resolve("drawn"), "--digits", "--method", "classical", "--jobs", 1);

        assertThat(measured.err()).isEmpty();
        assertThat(measured.code()).isZero();
        assertThat(measured.out()).contains(new SamplePages().kinds());
    }

    @Test
    void aFolderWithPicturesIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.png"), "mine");

        var drawn = Commands.run("draw", "--out", folder, "--seed", 1);

        assertThat(drawn.code()).isEqualTo(1);
        assertThat(drawn.err()).isEqualTo("draw: %s is not empty. Choose a new folder.%n", folder);
        assertThat(contents(folder)).containsOnlyKeys("mine.png");
    }

    @Test
    void wrongUsageIsTold() {
        assertThat(Commands.run("draw", "--out", folder).code()).isEqualTo(2);
        assertThat(Commands.run("draw", "--out", folder, "--seed=x").code()).isEqualTo(2);
        assertThat(Commands.run("draw", "--out", folder, "--seed=1", "--count=0")
                        .err())
                .contains("--count must be at least 1");
    }

    private static Map<String, byte[]> contents(Path root) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }
}
