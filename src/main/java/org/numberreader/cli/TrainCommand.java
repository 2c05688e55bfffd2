package org.numberreader.cli;

import ai.djl.training.dataset.Dataset;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.numberreader.cli.output.Bars;
import org.numberreader.recognition.DigitNetwork;
import org.numberreader.training.LabelledDigits;
import org.numberreader.training.TrainingProgress;
import org.numberreader.training.TrainingRecipe;
import org.numberreader.training.TrainingRun;
import org.numberreader.training.checkpoint.EpochFigures;
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
            "The last 5,000 training pictures choose the epoch and are never trained on; the test pictures are read once,"
                    + " for the model's card."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:trained and written", "1:not trained; nothing is written", "2:wrong usage"},
        footerHeading = "%nExample:%n",
        footer = "  number-reader train --mnist ~/mnist --seed 1 --out models/base")
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--model", paramLabel = "NAME", description = "which network: base or reader (default: base)")
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

    @Option(names = "--seed", paramLabel = "N", description = "of weights, order and augmentation (default: 1)")
    private long seed = 1;

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
        DigitNetwork network = network();
        var usual = TrainingRecipe.of(network);
        var recipe = epochs == null ? usual : usual.withEpochs(epochs);
        var training = LabelledDigits.mnist(mnist, Dataset.Usage.TRAIN);
        var test = LabelledDigits.mnist(mnist, Dataset.Usage.TEST);
        var progress = new Progress(spec.commandLine().getOut());
        new TrainingRun(network, recipe, seed, progress).train(training, test, out);
        spec.commandLine().getOut().println("wrote " + out);
        return 0;
    }

    private DigitNetwork network() {
        try {
            return DigitNetwork.named(model);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--model: " + e.getMessage(), e);
        }
    }

    /** A bar for each epoch, and its line of figures. */
    private static final class Progress implements TrainingProgress {
        private final PrintWriter out;
        private @Nullable ProgressBar bar;

        Progress(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void epochStarts(int epoch, int epochs, int batches) {
            bar = Bars.bar("epoch %d/%d".formatted(epoch, epochs), "batches", batches);
        }

        @Override
        public void batchDone() {
            if (bar != null) {
                bar.step();
            }
        }

        @Override
        public void epochDone(EpochFigures figures) {
            if (bar != null) {
                bar.close();
            }
            out.println(String.format(
                    Locale.ROOT,
                    "epoch %d: loss %.4f, accuracy %.2f %%; validation loss %.4f, accuracy %.2f %%",
                    figures.epoch(),
                    figures.loss(),
                    100 * figures.accuracy(),
                    figures.validationLoss(),
                    100 * figures.validationAccuracy()));
            out.flush();
        }
    }
}
