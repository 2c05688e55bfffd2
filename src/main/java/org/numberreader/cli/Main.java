package org.numberreader.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: serves without arguments, otherwise does what the command says without starting the server. */
@QuarkusMain
@Command(
        name = "number-reader",
        description = "Reads handwritten numbers in photos and scans. Without a command it serves over HTTP.",
        mixinStandardHelpOptions = true,
        version = "number-reader 0.1.0",
        subcommands = {TrainCommand.class, EvaluateCommand.class})
public final class Main {

    public static void main(String... args) {
        if (args.length == 0) {
            Quarkus.run(args);
        } else {
            System.exit(new CommandLine(new Main()).execute(args));
        }
    }
}
