package org.numberreader.cli;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import org.numberreader.image.NativeMessages;
import org.numberreader.image.Natives;
import org.numberreader.recognition.ModelEngine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: serves without arguments, otherwise does what the command says without starting the server. */
@QuarkusMain
@Command(
        name = "number-reader",
        description = "Reads handwritten numbers in photos and scans. Without a command it serves over HTTP.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            ReadCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            ExportCommand.class,
            DrawCommand.class,
            CompletionCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {"  number-reader", "  number-reader read photo.jpg", "  number-reader read --help"})
public final class Main {

    public static void main(String... args) {
        NativeMessages.off();
        // DJL asks the cloud that it may run in who this is, and reports the start to its makers.
        System.getProperties().putIfAbsent("OPT_OUT_TRACKING", "true");
        if (args.length == 0) {
            preload();
            // Before Netty is there: it then finds web.operation.ListenersExtension.
            System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
            Quarkus.run(args);
        } else {
            System.exit(commandLine().setOut(standardOutput()).execute(args));
        }
    }

    /** Unpacks and loads the natives beside the container's start, which takes longer; who needs them waits for them. */
    private static void preload() {
        // First, on this thread: two threads that both begin with JBoss' log manager wait for each other for ever.
        LogManager.getLogManager();
        var loading = new Thread(
                () -> {
                    Natives.load();
                    ModelEngine.ONNX_RUNTIME.preload();
                },
                "natives");
        loading.setDaemon(true);
        // Who needs them meets what is wrong with them, too, and says so.
        loading.setUncaughtExceptionHandler((thread, failure) -> {});
        loading.start();
    }

    /**
     * UTF-8 in a pipe or a file, as {@code --out} has it and JSON must be; what the locale has on a terminal. Not by
     * {@link System#out}, which swallows failures: on a full disk half of the rows would pass for all of them.
     */
    private static PrintWriter standardOutput() {
        var charset = System.console() == null ? StandardCharsets.UTF_8 : Charset.defaultCharset();
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), charset), true);
    }

    /** All commands, with failures told in a sentence. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::tellWrongUsage)
                .setExecutionExceptionHandler(new Failures());
    }

    /** What is wrong, and where the usage is told: all of it is longer than many a terminal. */
    private static int tellWrongUsage(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        var err = command.getErr();
        err.println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String built = Main.class.getPackage().getImplementationVersion();
            return new String[] {"number-reader " + (built == null ? "(not packaged)" : built)};
        }
    }
}
