package org.numberreader.cli;

import ai.djl.training.dataset.Dataset;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.numberreader.recognition.DigitModel;
import org.numberreader.training.LabelledDigits;
import org.numberreader.training.ModelExport;
import org.numberreader.training.SceneExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the ONNX files of model folders. */
@Command(
        name = "export",
        description = {
            "Writes the ONNX file that is served from a model folder's trained weights, and records it on the card.",
            "The network line is written with 8 bits: lines drawn with MNIST's digits tell how large its values become.",
            "train writes the same file."
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

    @Option(
            names = "--mnist",
            paramLabel = "DIR",
            description =
                    "for line and ink: folder with MNIST's four idx files, gzipped or not (default: fetched by DJL)")
    private @Nullable Path mnist;

    @Override
    public Integer call() throws IOException {
        for (var folder : folders) {
            String network = network(folder);
            if (TrainCommand.SCENES.contains(network)) {
                var digits = LabelledDigits.mnist(mnist, Dataset.Usage.TRAIN).training();
                SceneExport.export(folder, TrainCommand.task(network, digits));
            } else {
                ModelExport.export(folder);
            }
            spec.commandLine().getOut().println("exported " + folder);
        }
        return 0;
    }

    private static String network(Path folder) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(DigitModel.CARD).toFile())
                .path("network")
                .asText();
    }
}
