package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture that comes through a pipe. */
class StandardInputTest {
    @TempDir
    private Path folder;

    private InputStream before;
    private Path picture;

    @BeforeEach
    void giveAPicture() throws IOException {
        before = System.in;
        picture = Commands.sample(folder.resolve("a.png"));
        System.setIn(new ByteArrayInputStream(Files.readAllBytes(picture)));
    }

    @AfterEach
    void giveBack() {
        System.setIn(before);
    }

    @Test
    void isReadAsOneOfThePictures() {
        var read = Commands.run("read", "-", picture);

        assertThat(read.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("-: 1704"),
                        line -> assertThat(line).startsWith(picture + ": 1704"));
        assertThat(read.code()).isZero();
    }

    @Test
    void isDrawnOnToo() {
        Path marked = folder.resolve("marked");

        var read = Commands.run("read", "--annotate", marked, "-");

        assertThat(read.code()).as(read.err()).isZero();
        assertThat(marked.resolve("-.png")).isNotEmptyFile();
    }

    @Test
    void isARowWithItsProblemIfItIsNoPicture() {
        System.setIn(new ByteArrayInputStream(new byte[0]));

        var read = Commands.run("read", "--format", "csv", "-");

        assertThat(read.out().lines().skip(1)).singleElement().asString().startsWith("-,,,,,,,,,,");
        assertThat(read.code()).isEqualTo(1);
    }

    @Test
    void isNoneToResume() {
        var read = Commands.run("read", "--format", "csv", "--out", folder.resolve("out.csv"), "--resume", "-");

        assertThat(read.code()).isEqualTo(2);
        assertThat(read.err()).contains("--resume");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }
}
