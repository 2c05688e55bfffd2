package org.numberreader.training;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.training.tracker.WarmUpTracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.numberreader.recognition.DigitModel;
import org.numberreader.recognition.NetworkCard;
import org.numberreader.training.checkpoint.CheckpointFolder;
import org.numberreader.training.checkpoint.EpochFigures;
import org.numberreader.training.checkpoint.ResumableAdamW;
import org.numberreader.training.checkpoint.TrainingMode;
import org.numberreader.training.checkpoint.TrainingState;
import org.numberreader.training.onnx.OnnxCheck;
import org.numberreader.training.onnx.OnnxGraph;
import org.numberreader.training.onnx.OnnxWeights;
import org.numberreader.training.scene.SceneBatch;
import org.numberreader.training.scene.SceneTask;

/**
 * Trains a fully convolutional network on scenes that are drawn while it learns, with DJL's training API, and writes its model
 * folder. No epoch is chosen: the average of the weights at the end is what is kept.
 */
public final class SceneTrainingRun {
    /** The same scenes whatever the training's seed, so that trainings compare. */
    private static final long VALIDATION_SEED = 20_261_129L;

    private static final double RATE = 2.5e-3;

    /** The rate of a training that starts with trained weights: high enough to leave their minimum, too low to forget. */
    private static final double RATE_FROM_TRAINED = 1e-3;

    private static final double DECAY = 0.01;
    private static final double AVERAGING = 0.998;
    private static final double LARGEST_NORM = 2;
    private static final int WARM_UP = 200;

    private final SceneTask task;
    private final int epochs;
    private final int chunks;
    private final long seed;
    private final TrainingProgress progress;
    private final byte @Nullable [] start;
    private final double startShare;

    /**
     * @param epochs of {@code chunks} draws each
     * @param chunks how often an epoch draws {@link SceneTask#picturesAtOnce} pictures
     */
    public SceneTrainingRun(SceneTask task, int epochs, int chunks, long seed, TrainingProgress progress) {
        this(task, epochs, chunks, seed, progress, null, 0);
    }

    private SceneTrainingRun(
            SceneTask task,
            int epochs,
            int chunks,
            long seed,
            TrainingProgress progress,
            byte @Nullable [] start,
            double startShare) {
        this.task = task;
        this.epochs = epochs;
        this.chunks = chunks;
        this.seed = seed;
        this.progress = progress;
        this.start = start;
        this.startShare = startShare;
    }

    /**
     * The same training, but it starts with the weights of a trained network of the same layers, at a lower rate, and ends with the
     * weighted mean of those and its own.
     *
     * @param onnx the trained network's ONNX file
     * @param share of its weights in the mean, 0 to 1
     */
    public SceneTrainingRun startingWith(byte[] onnx, double share) {
        return new SceneTrainingRun(task, epochs, chunks, seed, progress, onnx.clone(), share);
    }

    private record Networks(Model model, Model averaged) {}

    /**
     * Trains, from the last checkpoint beside {@code out} where there is one and it may go on.
     *
     * @param validation draws from digits that are never trained on
     * @param out the model folder; its files are replaced at the end
     * @throws IOException if the folder cannot be written, or holds a training that is not to be resumed
     * @throws IllegalStateException if PyTorch computes the network otherwise than ONNX Runtime, which will serve it
     */
    public void train(SceneTask validation, String dataSha256, Path out, TrainingMode mode) throws IOException {
        var folder = DigitTrainingRun.beside(out);
        Files.createDirectories(folder);
        var checkpoints = new CheckpointFolder(folder);
        Engine.getEngine("PyTorch").setRandomSeed((int) seed);
        try (Model model = model();
                Model averaged = model()) {
            var networks = new Networks(model, averaged);
            var begun = TrainingState.initial(task.network(), recipe(), seed, dataSha256);
            var state = checkpoints.state(begun, mode.resume());
            checkpoints.restore(model, averaged);
            var last = fit(networks, checkpoints, state, validation.batches(new Random(VALIDATION_SEED)), folder);
            if (start != null) {
                OnnxWeights.mix(averaged.getBlock(), start, startShare);
            }
            write(averaged, last, figures(averaged, validation.batches(new Random(VALIDATION_SEED))), dataSha256, out);
        }
        checkpoints.clear();
    }

    private Model model() {
        Model model = Model.newInstance(task.network(), Device.cpu(), "PyTorch");
        model.setBlock(task.block());
        return model;
    }

    private Map<String, Object> recipe() {
        var recipe = new LinkedHashMap<String, Object>();
        recipe.put("optimiser", "AdamW, cosine");
        recipe.put("loss", "cross-entropy of columns or cells, L1 of the estimated values");
        recipe.put("epochs", epochs);
        recipe.put("picturesAnEpoch", chunks * task.picturesAtOnce());
        recipe.put("rate", rate());
        recipe.put("weightDecay", DECAY);
        recipe.put("averaging", AVERAGING);
        recipe.put("largestNorm", LARGEST_NORM);
        if (start != null) {
            recipe.put("startOnnxSha256", DigitModel.sha256(start));
            recipe.put("startShare", startShare);
        }
        return recipe;
    }

    private double rate() {
        return start == null ? RATE : RATE_FROM_TRAINED;
    }

    private TrainingState fit(
            Networks networks, CheckpointFolder checkpoints, TrainingState from, List<SceneBatch> judged, Path folder)
            throws IOException {
        var input = new Shape(1, 1, 64, 64);
        if (task.inputHeight() > 0) {
            input = new Shape(1, 1, task.inputHeight(), 64);
        }
        int batchesAnEpoch = chunks * task.batches(new Random(0)).size();
        var optimiser = optimiser(batchesAnEpoch * epochs, from.steps());
        var averaged = networks.averaged;
        averaged.getBlock().initialize(averaged.getNDManager(), DataType.FLOAT32, input);
        var state = from;
        try (Trainer trainer = networks.model.newTrainer(config(optimiser))) {
            trainer.initialize(input);
            if (from.epochs() > 0) {
                checkpoints.restore(networks.model, optimiser);
            } else if (start != null) {
                OnnxWeights.into(networks.model.getBlock(), start);
            }
            requireServable(networks.model, judged);
            var average = new WeightAverage(networks.model, averaged, AVERAGING, from.steps());
            while (state.epochs() < epochs) {
                int epoch = state.epochs() + 1;
                double loss = pass(trainer, average, epoch, batchesAnEpoch);
                var validation = figures(averaged, judged);
                double main = validation.getOrDefault(task.mainFigure(), 0.0);
                state = state.after(new EpochFigures(epoch, loss, 0, 0, main), batchesAnEpoch);
                var best = folder.resolve("average.params");
                CheckpointFolder.write(averaged, best);
                checkpoints.save(state, new CheckpointFolder.Trained(networks.model, averaged, optimiser), best);
                Files.delete(best);
                progress.epochDone(state.history());
            }
        }
        return state;
    }

    /** Which convolutions are computed wrongly depends on their shapes: all of the batches' are tried. */
    private void requireServable(Model model, List<SceneBatch> batches) throws IOException {
        byte[] onnx = OnnxGraph.ofConvolutions(task.network(), model.getBlock(), task.inputHeight());
        for (var batch : batches) {
            OnnxCheck.requireSame(onnx, batch.input(), batch.inputShape(), logits(model, batch));
        }
    }

    private double pass(Trainer trainer, WeightAverage average, int epoch, int batches) {
        progress.epochStarts(epoch, epochs, batches);
        Engine.getEngine("PyTorch").setRandomSeed((int) (31 * seed + epoch));
        // Each draw has a seed of its own, so that a resumed training sees what it would have seen.
        var seeds = new Random(seed ^ epoch * 0x9E3779B97F4A7C15L);
        var next = drawn(seeds.nextLong());
        double sum = 0;
        for (int chunk = 0; chunk < chunks; chunk++) {
            var now = next.join();
            if (chunk + 1 < chunks) {
                next = drawn(seeds.nextLong());
            }
            for (var batch : now) {
                sum += step(trainer, batch);
                average.update();
                progress.batchDone();
            }
        }
        return sum / batches;
    }

    private CompletableFuture<List<SceneBatch>> drawn(long drawSeed) {
        return CompletableFuture.supplyAsync(() -> task.batches(new Random(drawSeed)));
    }

    private double step(Trainer trainer, SceneBatch batch) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            double value;
            try (var collector = trainer.newGradientCollector()) {
                var output = trainer.forward(new NDList(manager.create(batch.input(), batch.inputShape())))
                        .singletonOrThrow();
                output.attach(manager);
                var loss = SceneLoss.of(batch, output, task.valueWeight(), manager);
                collector.backward(loss);
                value = loss.getFloat();
            }
            if (GradientClipping.isFinite(trainer.getModel().getBlock())) {
                GradientClipping.apply(trainer.getModel().getBlock(), LARGEST_NORM);
                trainer.step();
            }
            return value;
        }
    }

    private Map<String, Double> figures(Model averaged, List<SceneBatch> batches) {
        var sums = new LinkedHashMap<String, Double>();
        var counts = new LinkedHashMap<String, Integer>();
        for (var batch : batches) {
            for (var figure : task.validate(batch, logits(averaged, batch)).entrySet()) {
                if (!figure.getValue().isNaN()) {
                    sums.merge(figure.getKey(), figure.getValue(), Double::sum);
                    counts.merge(figure.getKey(), 1, Integer::sum);
                }
            }
        }
        var means = new TreeMap<String, Double>(Comparator.reverseOrder());
        sums.forEach((name, sum) -> means.put(name, sum / counts.getOrDefault(name, 1)));
        return means;
    }

    private static float[] logits(Model averaged, SceneBatch batch) {
        try (NDManager manager = averaged.getNDManager().newSubManager()) {
            var store = new ParameterStore(manager, false);
            var output = averaged.getBlock()
                    .forward(store, new NDList(manager.create(batch.input(), batch.inputShape())), false);
            return output.singletonOrThrow().toFloatArray();
        }
    }

    private void write(Model averaged, TrainingState last, Map<String, Double> validation, String dataSha256, Path out)
            throws IOException {
        byte[] onnx = OnnxGraph.ofConvolutions(task.network(), averaged.getBlock(), task.inputHeight());
        long parameters = averaged.getBlock().getParameters().values().stream()
                .mapToLong(parameter -> parameter.getArray().size())
                .sum();
        var card = new NetworkCard(
                String.valueOf(out.getFileName()),
                "1",
                task.network(),
                task.classes(),
                Math.toIntExact(parameters),
                "grey levels at zero mean and unit spread, at least 4 levels",
                recipe(),
                seed,
                dataSha256,
                last.epochs(),
                validation,
                "",
                null);
        SceneExport.write(out, task, onnx, card);
    }

    private ResumableAdamW optimiser(int steps, int done) {
        Tracker falling = Tracker.cosine()
                .setBaseValue((float) rate())
                .optFinalValue(1e-5f)
                .setMaxUpdates(Math.max(1, steps - WARM_UP))
                .build();
        Tracker rate = WarmUpTracker.builder()
                .setMainTracker(falling)
                .optWarmUpSteps(WARM_UP)
                .optWarmUpBeginValue((float) rate() / 25)
                .build();
        return new ResumableAdamW(Optimizer.adamW()
                .optLearningRateTracker(rate)
                .optWeightDecays((float) DECAY)
                .optBeginNumUpdate(done));
    }

    private static DefaultTrainingConfig config(Optimizer optimiser) {
        return new DefaultTrainingConfig(Loss.l2Loss()) // the loss is computed from each batch itself
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(optimiser);
    }
}
