package org.numberreader.recognition;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.translate.Batchifier;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A trained network in memory: the one owner of native memory that lives as long as the service. */
public final class DigitModel implements DigitClassifier, AutoCloseable {
    /** The weights' file name in a model folder. */
    public static final String WEIGHTS = "weights.params";

    /** The card's file name in a model folder. */
    public static final String CARD = "model.json";

    /** Bounds the native memory of one forward pass: 64 frames of the base network take about 12 MB. */
    private static final int LARGEST_BATCH = 64;

    private final ModelCard card;
    private final Model model;
    // A predictor serves one thread at a time; as many exist as ever scored at once.
    private final ConcurrentLinkedDeque<Predictor<List<DigitFrame>, List<DigitScores>>> idle =
            new ConcurrentLinkedDeque<>();

    private DigitModel(ModelCard card, Model model) {
        this.card = card;
        this.model = model;
    }

    /**
     * Loads a model that is packaged with the program.
     *
     * @throws IllegalArgumentException if no such model is packaged
     * @throws IllegalStateException if its weights are not those that its card describes
     */
    public static DigitModel packaged(String name) {
        String folder = "models/" + name + "/";
        try {
            return load(resource(folder + CARD), resource(folder + WEIGHTS));
        } catch (IOException e) {
            throw new UncheckedIOException("model " + name, e);
        }
    }

    /**
     * Loads a model from a folder with {@value #CARD} and {@value #WEIGHTS}.
     *
     * @throws UncheckedIOException if a file is missing or unreadable
     * @throws IllegalStateException if its weights are not those that its card describes
     */
    public static DigitModel from(Path folder) {
        try {
            return load(Files.readAllBytes(folder.resolve(CARD)), Files.readAllBytes(folder.resolve(WEIGHTS)));
        } catch (IOException e) {
            throw new UncheckedIOException("model " + folder, e);
        }
    }

    /** The evidence that came with the weights. */
    public ModelCard card() {
        return card;
    }

    @Override
    public List<DigitScores> score(List<DigitFrame> frames) {
        var scores = new ArrayList<DigitScores>(frames.size());
        var pooled = idle.poll();
        var predictor = pooled != null ? pooled : model.newPredictor(new FramesTranslator(card));
        try {
            for (int start = 0; start < frames.size(); start += LARGEST_BATCH) {
                int end = Math.min(frames.size(), start + LARGEST_BATCH);
                scores.addAll(predictor.predict(frames.subList(start, end)));
            }
        } catch (TranslateException e) {
            throw new IllegalStateException("the network failed", e);
        } finally {
            idle.push(predictor);
        }
        return scores;
    }

    /** Frees the native memory; nothing can be scored afterwards. */
    @Override
    public void close() {
        for (var predictor = idle.poll(); predictor != null; predictor = idle.poll()) {
            predictor.close();
        }
        model.close();
    }

    /** The SHA-256 of some bytes, in hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static DigitModel load(byte[] cardJson, byte[] weights) throws IOException {
        var card = new ObjectMapper().readValue(cardJson, ModelCard.class);
        if (!card.sha256().equals(sha256(weights))) {
            throw new IllegalStateException("the weights of model " + card.name() + " are not those of its card");
        }
        var model = Model.newInstance(card.name(), Device.cpu(), "PyTorch");
        model.setBlock(DigitNetwork.named(card.network()).block());
        try {
            model.load(new ByteArrayInputStream(weights));
        } catch (MalformedModelException e) {
            model.close();
            throw new IllegalStateException("the weights of model " + card.name() + " do not fit its network", e);
        }
        return new DigitModel(card, model);
    }

    private static byte[] resource(String path) throws IOException {
        try (InputStream in = DigitModel.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("not packaged: " + path);
            }
            return in.readAllBytes();
        }
    }

    /** Frames to a float batch, logits to calibrated probabilities. */
    private record FramesTranslator(ModelCard card) implements Translator<List<DigitFrame>, List<DigitScores>> {
        @Override
        public NDList processInput(TranslatorContext context, List<DigitFrame> frames) {
            int size = DigitFrame.SIDE * DigitFrame.SIDE;
            var values = new float[frames.size() * size];
            int at = 0;
            for (var frame : frames) {
                for (byte pixel : frame.pixels()) {
                    values[at++] = (pixel & 0xff) / 255f;
                }
            }
            return new NDList(context.getNDManager().create(values, DigitNetwork.input(frames.size())));
        }

        @Override
        public List<DigitScores> processOutput(TranslatorContext context, NDList output) {
            float[] logits = output.singletonOrThrow().toFloatArray();
            var scores = new ArrayList<DigitScores>(logits.length / card.classes());
            for (int start = 0; start < logits.length; start += card.classes()) {
                float[] chances = softmax(Arrays.copyOfRange(logits, start, start + card.classes()));
                scores.add(new DigitScores(Arrays.copyOf(chances, 10), chances.length > 10 ? chances[10] : 0));
            }
            return scores;
        }

        // The input is a whole batch already.
        @Override
        @SuppressWarnings("NullAway") // null is DJL's own way to say "no batchifier"
        public Batchifier getBatchifier() {
            return null;
        }

        private float[] softmax(float[] logits) {
            double largest = Double.NEGATIVE_INFINITY;
            for (float logit : logits) {
                largest = Math.max(largest, logit);
            }
            var chances = new float[logits.length];
            double sum = 0;
            for (int i = 0; i < logits.length; i++) {
                double chance = Math.exp((logits[i] - largest) / card.temperature());
                chances[i] = (float) chance;
                sum += chance;
            }
            for (int i = 0; i < chances.length; i++) {
                chances[i] /= (float) sum;
            }
            return chances;
        }
    }
}
