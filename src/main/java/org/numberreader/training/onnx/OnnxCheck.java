package org.numberreader.training.onnx;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.numberreader.recognition.ModelEngine;

/** Makes sure that a network says the same where it is trained and where it is served. */
public final class OnnxCheck {
    /**
     * The greatest difference, as a share of the largest value, that is put down to the order of additions and to kernels of 16
     * bits. The convolution that PyTorch computes wrongly makes one of 0.15 in {@code line}.
     */
    private static final double TOLERANCE = 0.02;

    private OnnxCheck() {}

    /**
     * Compares what PyTorch makes of an input with what ONNX Runtime makes of it. PyTorch 2.7's oneDNN computes convolutions of some
     * shapes wrongly on some processors with AVX-512, of {@code line}'s the second: what is trained there is of no use elsewhere.
     *
     * @param onnx the network, as {@link OnnxGraph} writes it
     * @param input of that shape, whose first dimension is the batch
     * @param expected what PyTorch makes of it
     * @throws IllegalStateException if they differ
     */
    public static void requireSame(byte[] onnx, float[] input, Shape shape, float[] expected) throws IOException {
        requireClose(output(onnx, input, shape), expected);
    }

    /**
     * How far another form of a network is from it, on the same input.
     *
     * @return the root of the mean squared difference, as a share of that of the output
     */
    static double difference(byte[] onnx, byte[] other, float[] input, Shape shape) throws IOException {
        float[] expected = output(onnx, input, shape);
        float[] actual = output(other, input, shape);
        double squares = 0;
        double all = 0;
        for (int i = 0; i < expected.length; i++) {
            squares += (actual[i] - expected[i]) * (actual[i] - expected[i]);
            all += expected[i] * expected[i];
        }
        return Math.sqrt(squares / all);
    }

    private static float[] output(byte[] onnx, float[] input, Shape shape) throws IOException {
        ModelEngine.ONNX_RUNTIME.preload();
        try (var model = Model.newInstance("check", Device.cpu(), ModelEngine.ONNX_RUNTIME.engine())) {
            model.load(new ByteArrayInputStream(onnx));
            try (var predictor = model.newPredictor(new NoopTranslator(null));
                    var manager = model.getNDManager().newSubManager();
                    var output = predictor.predict(new NDList(manager.create(input, shape)))) {
                return output.singletonOrThrow().toFloatArray();
            }
        } catch (MalformedModelException | TranslateException e) {
            throw new IllegalStateException("ONNX Runtime cannot run the network", e);
        }
    }

    private static void requireClose(float[] actual, float[] expected) {
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(expected[i] - actual[i]));
        }
        // Not "greater than": a NaN is no agreement, nor is what is infinite.
        if (!(difference <= TOLERANCE * largest && largest < Double.POSITIVE_INFINITY)) {
            throw new IllegalStateException(
                    "PyTorch computes this network otherwise than ONNX Runtime, which will serve it: they differ by %.2g of %.2g."
                                    .formatted(difference, largest)
                            + " On some processors its convolutions are wrong. Set the environment variable"
                            + " ONEDNN_MAX_CPU_ISA=AVX2 and start again.");
        }
    }
}
