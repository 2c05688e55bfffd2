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
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.training.tracker.WarmUpTracker;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.numberreader.recognition.DigitNetwork;
import org.numberreader.training.checkpoint.EpochFigures;

/** Trains a network with DJL's training API and writes the model that was best on the validation pictures. */
public final class TrainingRun {
    private final DigitNetwork network;
    private final TrainingRecipe recipe;
    private final long seed;
    private final TrainingProgress progress;

    public TrainingRun(DigitNetwork network, TrainingRecipe recipe, long seed, TrainingProgress progress) {
        this.network = network;
        this.recipe = recipe;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Trains on all but the last {@value LabelledDigits#VALIDATION} training pictures, chooses epoch and temperature on
     * those, reads the test pictures once for the card, and writes the model folder.
     *
     * @param out the model folder; replaced as a whole and only at the end
     * @throws IllegalArgumentException if there are no more pictures than are needed for validation
     * @throws IOException if the folder can not be written
     */
    public void train(LabelledDigits all, LabelledDigits test, Path out) throws IOException {
        int count = all.size() - LabelledDigits.VALIDATION;
        if (count < 1) {
            throw new IllegalArgumentException("There are only " + all.size() + " training pictures, and the last "
                    + LabelledDigits.VALIDATION + " are for validation.");
        }
        var training = all.slice(0, count);
        var validation = all.slice(count, all.size());
        try (var folder = new ModelFolder(out);
                Model model = model();
                Model averaged = model()) {
            EpochFigures best = fit(model, averaged, training, validation, folder);
            folder.restore(averaged);
            Logits judged = Logits.of(averaged, network, validation);
            Logits tested = Logits.of(averaged, network, test);
            folder.finish(new ModelFolder.Evidence(network, recipe, seed, all.sha256(), best.epoch(), judged, tested));
        } catch (TranslateException e) {
            throw new IOException("training failed", e);
        }
    }

    private Model model() {
        Model model = Model.newInstance(network.id(), Device.cpu(), "PyTorch");
        model.setBlock(network.block());
        return model;
    }

    private EpochFigures fit(
            Model model, Model averaged, LabelledDigits training, LabelledDigits validation, ModelFolder folder)
            throws IOException, TranslateException {
        Engine.getEngine("PyTorch").setRandomSeed((int) seed);
        var batches = DigitBatches.shuffled(recipe.samples(network, training), recipe.batch(), new Random(seed));
        averaged.getBlock().initialize(averaged.getNDManager(), DataType.FLOAT32, DigitNetwork.input(1));
        EpochFigures best = null;
        try (Trainer trainer = model.newTrainer(config(batches.count()))) {
            trainer.initialize(DigitNetwork.input(1));
            var average = new WeightAverage(model, averaged, recipe.averaging());
            for (int epoch = 1; epoch <= recipe.epochs(); epoch++) {
                progress.epochStarts(epoch, recipe.epochs(), batches.count());
                for (Batch batch : trainer.iterateDataset(batches)) {
                    EasyTrain.trainBatch(trainer, batch);
                    trainer.step();
                    average.update();
                    batch.close();
                    progress.batchDone();
                }
                var figures = figures(epoch, trainer, Logits.of(averaged, network, validation));
                trainer.notifyListeners(listener -> listener.onEpoch(trainer));
                if (isBetter(figures, best)) {
                    best = figures;
                    folder.keep(averaged);
                }
                progress.epochDone(figures);
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("no epoch was trained");
        }
        return best;
    }

    private static boolean isBetter(EpochFigures figures, @Nullable EpochFigures best) {
        return best == null || figures.betterThan(best);
    }

    private static EpochFigures figures(int epoch, Trainer trainer, Logits judged) {
        return new EpochFigures(
                epoch,
                trainer.getLoss().getAccumulator(EvaluatorTrainingListener.TRAIN_EPOCH),
                trainer.getEvaluators().get(0).getAccumulator(EvaluatorTrainingListener.TRAIN_EPOCH),
                judged.loss(1),
                judged.accuracy().accuracy());
    }

    private DefaultTrainingConfig config(int stepsAnEpoch) {
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
        return new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optDevices(new Device[] {Device.cpu()})
                .optInitializer(
                        // He et al., 2015: right for layers with ReLU.
                        new XavierInitializer(
                                XavierInitializer.RandomType.GAUSSIAN, XavierInitializer.FactorType.IN, 2),
                        Parameter.Type.WEIGHT)
                .optOptimizer(Optimizer.adam().optLearningRateTracker(rate).build())
                .addEvaluator(new Accuracy())
                .addTrainingListeners(new EvaluatorTrainingListener());
    }
}
