package org.numberreader.cli;

import ai.djl.training.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.numberreader.recognition.DigitNetwork;
import org.numberreader.recognition.ModelEngine;
import org.numberreader.training.LabelledDigits;
import org.numberreader.training.TrainingRecipe;
import org.numberreader.training.TrainingRun;
import org.numberreader.training.checkpoint.TrainingMode;
import org.numberreader.training.teaching.Teachers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a network on MNIST. */
@Command(
        name = "train",
        description = {
            "Trains a network on MNIST and writes the model folder.",
            "Beside it, DIR.training has a checkpoint after each epoch, for --resume, and keeps the history and its curves.",
            "base and reader learn from the likelihoods of trained teachers too, where --teacher names some.",
            "The last 5,000 training pictures choose the epoch and are never trained on; the test pictures are read once,"
                    + " for the model's card."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:trained and written", "1:not trained; no model is written", "2:wrong usage"},
        footerHeading = "%nExample:%n",
        footer = "  number-reader train --mnist ~/mnist --seed 1 --out models/base")
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "which network: base, reader or teacher (default: base)")
    private String model = "base";

    @Option(
            names = "--mnist",
            paramLabel = "DIR",
            description = "folder with MNIST's four idx files, gzipped or not (default: fetched by DJL)")
    private @Nullable Path mnist;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "passes over the training pictures (default: the recipe's)")
    private @Nullable Integer epochs;

    @Option(
            names = "--teacher",
            paramLabel = "DIR",
            description =
                    "the folder of a model from whose likelihoods it learns too; one of the ten digits alone speaks only of MNIST's own; may be given several times")
    private List<Path> teachers = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "of weights, order and augmentation (default: 1)")
    private long seed = 1;

    @Option(names = "--resume", description = "goes on after the last finished epoch, if a training was interrupted")
    private boolean resume;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "stops after so many epochs without a better one (default: never)")
    private int patience;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "the model folder to write; an older one is replaced at the end")
    private Path out = Path.of("model");

    @Override
    public Integer call() throws IOException {
        if (epochs != null && epochs < 1) {
            throw new ParameterException(spec.commandLine(), "--epochs is at least 1");
        }
        if (patience < 0) {
            throw new ParameterException(spec.commandLine(), "--patience is at least 0");
        }
        DigitNetwork network = network();
        ModelEngine.PY_TORCH.require();
        try (var taught = Teachers.from(teachers)) {
            var recipe = recipe(network, taught);
            var training = LabelledDigits.mnist(mnist, Dataset.Usage.TRAIN);
            var test = LabelledDigits.mnist(mnist, Dataset.Usage.TEST);
            var progress = new EpochLines(spec.commandLine().getOut(), TrainingRun.beside(out));
            new TrainingRun(network, recipe, seed, progress)
                    .train(training, test, out, new TrainingMode(resume, patience));
        }
        spec.commandLine().getOut().println("wrote " + out);
        return 0;
    }

    private TrainingRecipe recipe(DigitNetwork network, Teachers taught) {
        try {
            var usual = TrainingRecipe.of(network, taught);
            return epochs == null ? usual : usual.withEpochs(epochs);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--teacher: " + e.getMessage(), e);
        }
    }

    private DigitNetwork network() {
        try {
            return DigitNetwork.named(model);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--model: " + e.getMessage(), e);
        }
    }
}
