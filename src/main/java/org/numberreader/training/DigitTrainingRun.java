package org.numberreader.training;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.Batch;
import ai.djl.training.evaluator.Accuracy;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.listener.EvaluatorTrainingListener;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.training.tracker.WarmUpTracker;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.numberreader.recognition.DigitNetwork;
import org.numberreader.training.checkpoint.CheckpointFolder;
import org.numberreader.training.checkpoint.EpochFigures;
import org.numberreader.training.checkpoint.ResumableAdamW;
import org.numberreader.training.checkpoint.TrainingMode;
import org.numberreader.training.checkpoint.TrainingState;

/** Trains a network that names one digit, with DJL's training API, and writes the model that was best on the validation pictures. */
public final class DigitTrainingRun {
    private final DigitNetwork network;
    private final DigitRecipe recipe;
    private final long seed;
    private final TrainingProgress progress;

    public DigitTrainingRun(DigitNetwork network, DigitRecipe recipe, long seed, TrainingProgress progress) {
        this.network = network;
        this.recipe = recipe;
        this.seed = seed;
        this.progress = progress;
    }

    /** The folder beside a model folder that has the checkpoints and the history of its training. */
    public static Path beside(Path out) {
        return ModelFolder.beside(out);
    }

    /**
     * Trains on all but the last {@value LabelledDigits#VALIDATION} training pictures, chooses the epoch on what the recipe
     * makes of those and the temperature on those themselves, reads the test pictures once for the card, and writes the
     * model folder. After each epoch a checkpoint is
     * written to {@code <out>.training}; in the end its history stays there.
     *
     * @param out the model folder; replaced as a whole and only at the end
     * @throws IllegalArgumentException if there are no more pictures than are needed for validation
     * @throws IOException if the folder cannot be written, or holds a training that is not to be resumed
     */
    public void train(LabelledDigits all, LabelledDigits test, Path out, TrainingMode mode) throws IOException {
        var training = all.training();
        var validation = all.validation();
        try (var folder = new ModelFolder(out);
                Model model = network.model();
                Model averaged = network.model()) {
            var begun = TrainingState.initial(network.id(), recipe.described(), seed, all.sha256());
            var state = folder.checkpoints().state(begun, mode.resume());
            folder.checkpoints().restore(model, averaged);
            var pictures = new Pictures(recipe.samples(network, training, seed), recipe.choosing(network, validation));
            EpochFigures best = fit(new Networks(model, averaged), pictures, folder, state, mode.patience());
            folder.restore(averaged);
            Logits judged = Logits.of(averaged, network, validation);
            Logits tested = Logits.of(averaged, network, test);
            folder.finish(new ModelFolder.Evidence(
                    network, recipe.described(), seed, all.sha256(), best.epoch(), judged, tested));
        } catch (TranslateException e) {
            throw new IOException("training failed", e);
        }
    }

    /** The network that learns, and the average of its weights. */
    private record Networks(Model model, Model averaged) {}

    private record Pictures(Samples training, LabelledDigits choosing) {}

    private EpochFigures fit(Networks networks, Pictures pictures, ModelFolder folder, TrainingState from, int patience)
            throws IOException, TranslateException {
        Engine.getEngine("PyTorch").setRandomSeed((int) seed);
        int stepsAnEpoch = batches(pictures, 0).count();
        var optimiser = optimiser(stepsAnEpoch, from.steps());
        var averaged = networks.averaged;
        averaged.getBlock().initialize(averaged.getNDManager(), DataType.FLOAT32, DigitNetwork.input(1));
        var state = from;
        try (Trainer trainer = networks.model.newTrainer(config(optimiser))) {
            trainer.initialize(DigitNetwork.input(1));
            folder.checkpoints().restore(networks.model, optimiser);
            var average = new WeightAverage(networks.model, averaged, recipe.averaging(), state.steps());
            while (state.epochs() < recipe.epochs() && !state.history().isStalled(patience)) {
                int epoch = state.epochs() + 1;
                try (var batches = batches(pictures, epoch)) {
                    pass(trainer, average, batches, epoch);
                }
                var figures = figures(epoch, trainer, Logits.of(averaged, network, pictures.choosing));
                trainer.notifyListeners(listener -> listener.onEpoch(trainer));
                state = state.after(figures, stepsAnEpoch);
                keep(state, new CheckpointFolder.Trained(networks.model, averaged, optimiser), folder);
            }
        }
        return state.history().best();
    }

    private void keep(TrainingState state, CheckpointFolder.Trained trained, ModelFolder folder) throws IOException {
        if (state.history().best() == state.history().last()) {
            folder.keep(trained.averaged());
        }
        folder.checkpoints().save(state, trained, folder.weights());
        progress.epochDone(state.history());
    }

    /** One epoch. */
    private void pass(Trainer trainer, WeightAverage average, DigitBatches batches, int epoch)
            throws IOException, TranslateException {
        progress.epochStarts(epoch, recipe.epochs(), batches.count());
        // A layer may draw random numbers: those of the epoch, not of where the training began.
        Engine.getEngine("PyTorch").setRandomSeed((int) (31 * seed + epoch));
        for (Batch batch : trainer.iterateDataset(batches)) {
            EasyTrain.trainBatch(trainer, batch);
            if (recipe.largestNorm() > 0) {
                GradientClipping.apply(trainer.getModel().getBlock(), recipe.largestNorm());
            }
            trainer.step();
            average.update();
            batch.close();
            progress.batchDone();
        }
    }

    /** The training pictures in an order of the epoch's own, so that a resumed training sees what it would have seen. */
    private DigitBatches batches(Pictures pictures, int epoch) {
        // Random's first numbers are alike for seeds close together: spread them.
        var random = new Random(seed ^ epoch * 0x9E3779B97F4A7C15L);
        return DigitBatches.shuffled(pictures.training, recipe.batch(), random, recipe.teaching());
    }

    private static EpochFigures figures(int epoch, Trainer trainer, Logits judged) {
        return new EpochFigures(
                epoch,
                trainer.getLoss().getAccumulator(EvaluatorTrainingListener.TRAIN_EPOCH),
                trainer.getEvaluators().get(0).getAccumulator(EvaluatorTrainingListener.TRAIN_EPOCH),
                judged.loss(1),
                judged.accuracy().accuracy());
    }

    private ResumableAdamW optimiser(int stepsAnEpoch, int done) {
        int steps = recipe.epochs() * stepsAnEpoch;
        int rising = steps / 5;
        Tracker falling = Tracker.cosine()
                .setBaseValue((float) recipe.rate())
                .optFinalValue(0)
                .setMaxUpdates(steps - rising)
                .build();
        Tracker rate = WarmUpTracker.builder()
                .setMainTracker(falling)
                .optWarmUpSteps(rising)
                .optWarmUpBeginValue((float) recipe.rate() / 25)
                .build();
        return new ResumableAdamW(Optimizer.adamW()
                .optLearningRateTracker(rate)
                .optWeightDecays((float) recipe.weightDecay())
                .optBeginNumUpdate(done));
    }

    private DefaultTrainingConfig config(Optimizer optimiser) {
        return new DefaultTrainingConfig(recipe.teaching().loss())
                .optDevices(new Device[] {Device.cpu()})
                .optInitializer(
                        // As PyTorch begins weights: within 1 / sqrt(inputs), smaller than He's, from which one
                        // training of
                        // the base network never learnt (docs/models.md).
                        new XavierInitializer(XavierInitializer.RandomType.UNIFORM, XavierInitializer.FactorType.IN, 1),
                        Parameter.Type.WEIGHT)
                .optOptimizer(optimiser)
                .addEvaluator(new Accuracy())
                .addTrainingListeners(new EvaluatorTrainingListener());
    }
}
