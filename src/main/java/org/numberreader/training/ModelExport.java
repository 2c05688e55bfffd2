package org.numberreader.training;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitModel;
import org.numberreader.recognition.DigitNetwork;
import org.numberreader.recognition.ModelCard;
import org.numberreader.recognition.ModelEngine;
import org.numberreader.training.onnx.OnnxGraph;
import org.numberreader.training.strokes.StrokeDigits;

/** Gives a model folder its network as ONNX, for the engine that serves, and makes sure that both say the same. */
public final class ModelExport {
    /** The greatest difference of a probability that is put down to the order of additions. */
    static final double TOLERANCE = 1e-5;

    private static final int FRAMES = 220;

    private ModelExport() {}

    /**
     * Writes the ONNX file and its SHA-256 into the card.
     *
     * @param folder with a card and the weights as they were trained
     * @throws IOException if a file cannot be read or written
     * @throws IllegalStateException if the weights are not those of the card, or the program has no PyTorch
     * @throws IllegalArgumentException if the network has a layer that cannot be exported, or the file says something else
     */
    public static void export(Path folder) throws IOException {
        ModelEngine.PY_TORCH.require();
        try (var trained = DigitModel.from(folder, ModelEngine.PY_TORCH)) {
            byte[] onnx = graph(trained.card(), folder);
            Files.write(folder.resolve(ModelEngine.ONNX_RUNTIME.weights()), onnx);
            ModelFolder.write(trained.card().withOnnx(DigitModel.sha256(onnx)), folder);
            try (var exported = DigitModel.from(folder, ModelEngine.ONNX_RUNTIME)) {
                requireSame(trained, exported);
            }
        }
    }

    /** The greatest difference of a probability that two models give to the same frames. */
    static double difference(DigitModel one, DigitModel other, List<DigitFrame> frames) {
        var ones = one.score(frames);
        var others = other.score(frames);
        double greatest = 0;
        for (int i = 0; i < frames.size(); i++) {
            greatest = Math.max(
                    greatest, Math.abs(ones.get(i).notADigit() - others.get(i).notADigit()));
            for (int digit = 0; digit < 10; digit++) {
                double difference = ones.get(i).digits()[digit] - others.get(i).digits()[digit];
                greatest = Math.max(greatest, Math.abs(difference));
            }
        }
        return greatest;
    }

    /** Drawn digits and signs, the same ones every time. */
    static List<DigitFrame> frames(int count) {
        var strokes = new StrokeDigits();
        var random = new Random(1);
        return IntStream.range(0, count)
                .mapToObj(i -> i % 11 < 10 ? strokes.digit(i % 11, random) : strokes.nonDigit(random))
                .toList();
    }

    private static byte[] graph(ModelCard card, Path folder) throws IOException {
        try (Model model = DigitNetwork.named(card.network()).model();
                InputStream in = Files.newInputStream(folder.resolve(ModelEngine.PY_TORCH.weights()))) {
            model.load(in);
            return OnnxGraph.of(card.network(), model.getBlock());
        } catch (MalformedModelException e) {
            throw new IOException("the weights do not fit the network " + card.network(), e);
        }
    }

    private static void requireSame(DigitModel trained, DigitModel exported) {
        double difference = difference(trained, exported, frames(FRAMES));
        // Not "greater than": a NaN is no agreement.
        if (!(difference <= TOLERANCE)) {
            throw new IllegalArgumentException(
                    "The exported ONNX model differs from the trained network: probabilities differ by " + difference
                            + ". Check how OnnxGraph exports each layer.");
        }
    }
}
