package org.numberreader.recognition;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A trained network in memory: the one owner of native memory that lives as long as the service. */
public final class DigitModel implements DigitClassifier, AutoCloseable {
    /** The card's file name in a model folder. */
    public static final String CARD = "model.json";

    /** From 8 frames on, one costs the same (0.063 to 0.065 ms of one core), and few take little native memory. */
    private static final int LARGEST_BATCH = 16;

    private final ModelCard card;
    private final Model model;
    // A predictor serves one thread at a time; as many exist as ever scored at once.
    private final ConcurrentLinkedDeque<Predictor<List<DigitFrame>, List<DigitScores>>> idle =
            new ConcurrentLinkedDeque<>();

    private DigitModel(ModelCard card, Model model) {
        this.card = card;
        this.model = model;
    }

    /** As {@link #packaged(String, ModelEngine)}, by the engine that serves. */
    public static DigitModel packaged(String name) {
        return packaged(name, ModelEngine.ONNX_RUNTIME);
    }

    /**
     * Loads a model that is packaged with the program.
     *
     * @throws IllegalArgumentException if no such model is packaged
     * @throws IllegalStateException if its weights are not those that its card describes, or the program lacks the engine
     */
    public static DigitModel packaged(String name, ModelEngine engine) {
        String folder = "models/" + name + "/";
        try {
            return load(engine, file -> resource(folder + file));
        } catch (IOException e) {
            throw new UncheckedIOException("model " + name, e);
        }
    }

    /** As {@link #from(Path, ModelEngine)}, by the engine that serves. */
    public static DigitModel from(Path folder) {
        return from(folder, ModelEngine.ONNX_RUNTIME);
    }

    /**
     * Loads a model from a folder with {@value #CARD} and the engine's weights.
     *
     * @throws UncheckedIOException if a file is missing or unreadable
     * @throws IllegalStateException if its weights are not those that its card describes, or the program lacks the engine
     */
    public static DigitModel from(Path folder, ModelEngine engine) {
        try {
            return load(engine, file -> Files.readAllBytes(folder.resolve(file)));
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
        var predictor = pooled != null ? pooled : model.newPredictor(new FramesTranslator(card, LARGEST_BATCH));
        boolean sound = false;
        try {
            for (int start = 0; start < frames.size(); start += LARGEST_BATCH) {
                int end = Math.min(frames.size(), start + LARGEST_BATCH);
                scores.addAll(predictor.predict(frames.subList(start, end)));
            }
            sound = true;
        } catch (TranslateException e) {
            throw new IllegalStateException("the network failed", e);
        } finally {
            if (sound) {
                idle.push(predictor);
            } else {
                predictor.close(); // whatever state a fault has left it in, the next picture gets another
            }
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

    /** A model folder's files, wherever they are. */
    private interface ModelFiles {
        byte[] content(String file) throws IOException;
    }

    private static DigitModel load(ModelEngine engine, ModelFiles files) throws IOException {
        var card = new ObjectMapper().readValue(files.content(CARD), ModelCard.class);
        String expected = engine.sha256(card);
        if (expected == null) {
            throw new IllegalStateException(
                    "Model " + card.name() + " has no " + engine.weights() + ". Create it with the command export.");
        }
        byte[] weights = files.content(engine.weights());
        if (!expected.equals(sha256(weights))) {
            throw new IllegalStateException(
                    engine.weights() + " of model " + card.name() + " do not match the hash on its card");
        }
        try {
            return new DigitModel(card, engine.load(card, weights));
        } catch (MalformedModelException e) {
            throw new IllegalStateException("the weights of model " + card.name() + " do not fit its network", e);
        }
    }

    private static byte[] resource(String path) throws IOException {
        try (InputStream in = DigitModel.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("not packaged: " + path);
            }
            return in.readAllBytes();
        }
    }
}
