package org.numberreader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.numberreader.training.ModelExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the ONNX files of model folders. */
@Command(
        name = "export",
        description = {
            "Writes the ONNX file of a model folder from its weights, and records it on the card.",
            "train does this, too."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "1:not written, or not the same as the weights", "2:wrong usage"},
        footerHeading = "%nExample:%n",
        footer = "  number-reader export models/base")
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "a model folder")
    private Path[] folders = {};

    @Override
    public Integer call() throws IOException {
        for (var folder : folders) {
            ModelExport.export(folder);
            spec.commandLine().getOut().println("exported " + folder);
        }
        return 0;
    }
}
