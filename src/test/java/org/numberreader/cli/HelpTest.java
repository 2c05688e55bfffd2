package org.numberreader.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the command line tells of itself, to people and to shells. */
class HelpTest {
    @TempDir
    private Path folder;

    static Stream<String> commands() {
        return Main.commandLine().getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandHasExamplesOfItsOwn(String command) {
        var help = Commands.run(command, "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("Usage: number-reader " + command, "Exit codes:");
        assertThat(help.out().substring(help.out().indexOf("\nExample"))).contains("  number-reader " + command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void examplesAreNotWrapped(String command) {
        var usage = requireNonNull(Main.commandLine().getSubcommands().get(command))
                .getCommandSpec()
                .usageMessage();

        assertThat(usage.footer())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(usage.width()));
        assertThat(Commands.run(command, "--help").out().lines()).containsSubsequence(usage.footer());
    }

    @Test
    void theProgramHasExamplesAndNamesItsCommands() {
        var help = Commands.run("--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("\nExamples:\n").contains(commands().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "number-reader rea, read",
        "number-reader read --form, --format",
        "number-reader read --format j, json jsonl",
        "number-reader evaluate --engine P, PyTorch",
        "number-reader evaluate --corr, --corruptions",
        "number-reader train --model l, line",
    })
    void aShellCompletes(String typed, String completed) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash here: completion is not tried");
        var script = Files.writeString(
                folder.resolve("completion"), Commands.run("completion").out());

        assertThat(bash("""
                compopt() { :; } # a builtin for the tab key's own functions only
                source "$0"
                COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS=($1) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _complete_number-reader
                printf '%s\\n' "${COMPREPLY[@]}" | sort | xargs
                """, script.toString(), typed)).isEqualTo(completed);
    }

    private static String bash(String program, String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("/bin/bash", "-c", program), Stream.of(arguments));
        var process =
                new ProcessBuilder(command.toList()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }
}
