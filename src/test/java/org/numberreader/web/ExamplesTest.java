package org.numberreader.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs in {@code examples/} do what they say. */
@Tag("slow")
@QuarkusTest
class ExamplesTest {
    @SuppressWarnings("NullAway.Init") // Quarkus sets it before each test
    @TestHTTPResource("/")
    URI service;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sh examples/read-number.sh",
                "python3 examples/read_number.py",
                "java examples/ReadNumber.java",
                "node examples/read-number.mjs"
            })
    void readsANumberAndTellsAProblem(String example) throws Exception {
        assumeInstalled(example.startsWith("sh ") ? "curl" : example.substring(0, example.indexOf(' ')));

        var read = run(example, Files.write(folder.resolve("1704.png"), Pictures.sample()));
        assertThat(read.output()).contains("1704");
        assertThat(read.code()).isZero();

        var refused = run(example, Files.write(folder.resolve("a.heic"), Pictures.heic()));
        assertThat(refused.output())
                .contains("HEIC pictures are not supported")
                .doesNotContain("Traceback", "Exception");
        assertThat(refused.code()).isNotZero();
    }

    private record Ended(int code, String output) {}

    private Ended run(String example, Path picture) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(example.split(" ")));
        command.add(service.toString().replaceAll("/$", ""));
        command.add(picture.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private static void assumeInstalled(String program) {
        boolean found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        assumeTrue(found, program + " is not installed: its example is not tried");
    }
}
