package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program in locales that know other letters than the names of the pictures have. */
class NamesIT {
    private static final List<String> NAMES = List.of("süd/ä.png", "süd/ö.png");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8"})
    void areWholeInAnyLocale(String locale) throws Exception {
        for (String name : NAMES) {
            Commands.sample(folder.resolve("scans").resolve(name));
        }

        var printed = run(locale, "--format", "csv", "scans");

        assertThat(printed.lines().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly("scans/süd/ä.png", "scans/süd/ö.png");
    }

    @Test
    void aPictureIsNotTakenForAnotherOneThatWasRead() throws Exception {
        Commands.sample(folder.resolve("scans").resolve(NAMES.get(0)));
        String[] command = {"--format", "csv", "--out", "out.csv", "--resume", "scans"};
        run("C", command);
        Commands.sample(folder.resolve("scans").resolve(NAMES.get(1)));

        run("C", command);

        assertThat(Files.readString(folder.resolve("out.csv"))).contains(NAMES);
    }

    private String run(String locale, String... arguments) throws IOException, InterruptedException {
        String program = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                program,
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar")
                        .toAbsolutePath()
                        .toString(),
                "read"));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LC_ALL", locale);
        var process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed;
    }
}
