package org.numberreader.recognition;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Frames to a float batch, logits to calibrated probabilities. For one predictor, which serves one thread at a time. */
final class FramesTranslator implements Translator<List<DigitFrame>, List<DigitScores>> {
    private static final int SIZE = DigitFrame.SIDE * DigitFrame.SIDE;

    private final ModelCard card;
    /** Outside the heap, where ONNX Runtime reads it without a copy; written anew for each batch. */
    private final FloatBuffer values;

    /** @param largest how many frames a batch has at most */
    FramesTranslator(ModelCard card, int largest) {
        this.card = card;
        this.values = ByteBuffer.allocateDirect(largest * SIZE * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Override
    public NDList processInput(TranslatorContext context, List<DigitFrame> frames) {
        values.clear();
        for (var frame : frames) {
            for (byte pixel : frame.pixels()) {
                values.put((pixel & 0xff) / 255f);
            }
        }
        values.flip();
        var shape = DigitNetwork.input(frames.size());
        return new NDList(context.getNDManager().create(values, shape, DataType.FLOAT32));
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
