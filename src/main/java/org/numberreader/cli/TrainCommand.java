package org.numberreader.cli;

import ai.djl.training.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.numberreader.recognition.DigitNetwork;
import org.numberreader.recognition.ModelEngine;
import org.numberreader.training.DigitRecipe;
import org.numberreader.training.DigitTrainingRun;
import org.numberreader.training.LabelledDigits;
import org.numberreader.training.SceneExport;
import org.numberreader.training.SceneTrainingRun;
import org.numberreader.training.checkpoint.TrainingMode;
import org.numberreader.training.scene.InkTask;
import org.numberreader.training.scene.LineTask;
import org.numberreader.training.scene.SceneTask;
import org.numberreader.training.teaching.Teachers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a network: on MNIST, or on what is drawn with its digits. */
@Command(
        name = "train",
        description = {
            "Trains a network on MNIST and writes the model folder.",
            "base, digit and teacher name one digit; line reads a text line; ink finds handwriting on a page. The latter two learn from"
                    + " lines and pages that are drawn with MNIST's digits while they learn.",
            "Beside it, DIR.training has a checkpoint after each epoch, for --resume, and the history with its curves.",
            "base and digit also learn from the probabilities of trained teachers, if --teacher names some.",
            "The last 5,000 training pictures choose the epoch and are never trained on; the test pictures are read once,"
                    + " for the model's card. line and ink keep the last epoch and read no test pictures."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:trained and written", "1:not trained; no model is written", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  number-reader train --mnist ~/mnist --seed 1 --out models/base",
            "  number-reader train --model line --mnist ~/mnist --out models/line"
        })
final class TrainCommand implements Callable<Integer> {
    /** The networks that learn from drawn scenes. */
    static final List<String> SCENES = List.of("line", "ink");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** As much of the weights that a training starts with as of its own. */
    private static final double MEAN = 0.5;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            completionCandidates = Networks.class,
            description = "which network: ${COMPLETION-CANDIDATES} (default: base)")
    private String model = "base";

    @Option(
            names = "--mnist",
            paramLabel = "DIR",
            description = "folder with MNIST's four idx files, gzipped or not (default: fetched by DJL)")
    private @Nullable Path mnist;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "passes over the training pictures; for line and ink, over a fixed number of drawn ones"
                    + " (default: the recipe's)")
    private @Nullable Integer epochs;

    @Option(
            names = "--teacher",
            paramLabel = "DIR",
            description =
                    "folder of a trained model, to learn from its probabilities too; can be repeated; one without a class"
                            + " for \"not a digit\" teaches MNIST's digits only")
    private List<Path> teachers = List.of();

    @Option(
            names = "--start",
            paramLabel = "DIR",
            description =
                    "line and ink only: folder of a trained model of the same network, whose weights it starts with"
                            + " at a lower rate (default: random weights)")
    private @Nullable Path start;

    @Option(
            names = "--start-share",
            paramLabel = "SHARE",
            description =
                    "with --start: how much of those weights stays in the result, 0 to 1 (default: 0.5, the mean)")
    private @Nullable Double startShare;

    @Option(names = "--seed", paramLabel = "N", description = "seed of weights, order and augmentation (default: 1)")
    private long seed = 1;

    @Option(names = "--resume", description = "continues an interrupted training after its last finished epoch")
    private boolean resume;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "stops after N epochs without improvement (default: never)")
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
            throw new ParameterException(spec.commandLine(), "--epochs must be at least 1");
        }
        if (patience < 0) {
            throw new ParameterException(spec.commandLine(), "--patience must be at least 0");
        }
        if (start != null && !SCENES.contains(model)) {
            throw new ParameterException(spec.commandLine(), "--start can only be used with --model line or ink");
        }
        if (startShare != null && (start == null || !(startShare >= 0 && startShare <= 1))) {
            throw new ParameterException(
                    spec.commandLine(), "--start-share must be between 0 and 1, and can only be used with --start");
        }
        if (SCENES.contains(model)) {
            trainOnScenes();
        } else {
            trainOnDigits(network());
        }
        spec.commandLine().getOut().println("wrote " + out);
        return 0;
    }

    private void trainOnDigits(DigitNetwork network) throws IOException {
        ModelEngine.PY_TORCH.require();
        try (var taught = Teachers.from(teachers)) {
            var recipe = recipe(network, taught);
            var training = LabelledDigits.mnist(mnist, Dataset.Usage.TRAIN);
            var test = LabelledDigits.mnist(mnist, Dataset.Usage.TEST);
            var progress = new EpochLines(spec.commandLine().getOut(), DigitTrainingRun.beside(out));
            new DigitTrainingRun(network, recipe, seed, progress)
                    .train(training, test, out, new TrainingMode(resume, patience));
        }
    }

    private void trainOnScenes() throws IOException {
        if (!teachers.isEmpty() || patience > 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--teacher and --patience do not apply to --model " + model
                            + ", which learns from drawn lines and pages and keeps its last epoch");
        }
        ModelEngine.PY_TORCH.require();
        var all = LabelledDigits.mnist(mnist, Dataset.Usage.TRAIN);
        var task = task(model, all.training());
        var progress = new EpochLines(spec.commandLine().getOut(), DigitTrainingRun.beside(out), task.mainFigure());
        var run = new SceneTrainingRun(
                task, epochs == null ? task.epochs() : epochs, task.drawsAnEpoch(), seed, progress);
        if (start != null) {
            run = run.startingWith(SceneExport.trained(start), startShare == null ? MEAN : startShare);
        }
        run.train(task(model, all.validation()), all.sha256(), out, new TrainingMode(resume, patience));
    }

    /** What a network that learns from drawn scenes learns. */
    static SceneTask task(String network, LabelledDigits digits) {
        return network.equals("line") ? new LineTask(digits) : new InkTask(digits);
    }

    private DigitRecipe recipe(DigitNetwork network, Teachers taught) {
        try {
            var usual = DigitRecipe.of(network, taught);
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

    /** The names of all networks, for the help and for shells. */
    static final class Networks implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            var digits = Arrays.stream(DigitNetwork.values()).map(DigitNetwork::id);
            return Stream.concat(digits, SCENES.stream()).iterator();
        }
    }
}
