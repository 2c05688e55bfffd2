package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program whose rows go where they cannot all be written. */
class StandardOutputIT {
    private static final int PICTURES = 60;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        for (int i = 0; i < PICTURES; i++) {
            Commands.sample(folder.resolve("scans").resolve(i + ".png"));
        }
    }

    @Test
    void aFullDiskIsTold() throws Exception {
        var full = new File("/dev/full");
        assumeTrue(full.canWrite(), "no /dev/full here");

        var program = read().redirectOutput(full).start();

        assertThat(program.waitFor()).isEqualTo(1);
        assertThat(Files.readString(errors())).contains("cannot be written");
    }

    @Test
    void readsNoMoreWhenNobodyListens() throws Exception {
        var program = read().start();
        try (var rows = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(rows.readLine()).startsWith("file,text,");
        }

        assertThat(program.waitFor()).isEqualTo(1);
        assertThat(Files.readString(errors())).contains("cannot be written");
    }

    private Path errors() {
        return folder.resolve("errors");
    }

    private ProcessBuilder read() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = Path.of("target", "quarkus-app", "quarkus-run.jar")
                .toAbsolutePath()
                .toString();
        return new ProcessBuilder(java, "-jar", jar, "read", "--jobs", "1", "--format", "csv", "scans")
                .directory(folder.toFile())
                .redirectError(errors().toFile());
    }
}
