package org.numberreader.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands and options by the tab key. */
@Command(
        name = "completion",
        description = {
            "Prints the completion script for bash and zsh.",
            "It completes number-reader, whether that is a program or an alias."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(number-reader completion)",
            "  number-reader completion \\",
            "      > ~/.local/share/bash-completion/completions/number-reader"
        })
final class CompletionCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var program = spec.root().commandLine();
        var out = spec.commandLine().getOut();
        out.print(AutoComplete.bash(program.getCommandName(), program));
        out.flush();
    }
}
