package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program asks nobody and tells nobody; DJL would, unless it is told not to. */
class NothingIsSentIT {
    @TempDir
    private Path folder;

    @Test
    void whenAPictureIsRead() throws Exception {
        var loaded = folder.resolve("classes");
        var picture = Commands.sample(folder.resolve("a.png"));
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + loaded,
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString(),
                        "read",
                        picture.toString())
                .inheritIO();
        program.environment().keySet().removeAll(List.of("DJL_OFFLINE", "OPT_OUT_TRACKING"));

        assertThat(program.start().waitFor()).isZero();

        assertThat(Files.readString(loaded))
                .contains(" ai.djl.engine.Engine ")
                .doesNotContain("HttpURLConnection ", "java.net.http.HttpClient ", "java.net.Socket ");
    }
}
