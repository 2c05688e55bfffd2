package org.numberreader.training;

import ai.djl.basicdataset.cv.classification.Mnist;
import ai.djl.ndarray.NDManager;
import ai.djl.training.dataset.Batch;
import ai.djl.training.dataset.Dataset;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitModel;

/** Framed digits with what they are, in memory: 784 bytes (255 is ink) and a label of 0 to 9 each. */
public final class LabelledDigits {
    /** The last so many of MNIST's training pictures are for validation and never trained on. */
    public static final int VALIDATION = 5_000;

    private static final int SIZE = DigitFrame.SIDE * DigitFrame.SIDE;
    private static final int CHUNK = 1_000;

    private final byte[] pixels;
    private final byte[] labels;

    private LabelledDigits(byte[] pixels, byte[] labels) {
        this.pixels = pixels;
        this.labels = labels;
    }

    /**
     * MNIST's 60,000 training or 10,000 test pictures, through DJL's dataset.
     *
     * @param folder with the four idx files, or null to fetch them from DJL's own repository
     * @throws IOException if the files can not be had
     */
    public static LabelledDigits mnist(@Nullable Path folder, Dataset.Usage usage) throws IOException {
        try (var manager = NDManager.newBaseManager("PyTorch")) {
            var builder = Mnist.builder().optManager(manager).optUsage(usage).setSampling(CHUNK, false);
            if (folder != null) {
                builder.optRepository(new MnistFolder(folder));
            }
            Mnist mnist = builder.build();
            mnist.prepare();
            int count = Math.toIntExact(mnist.size());
            var digits = new LabelledDigits(new byte[count * SIZE], new byte[count]);
            int at = 0;
            for (Batch batch : mnist.getData(manager)) {
                at = digits.copy(batch, at);
                batch.close();
            }
            return digits;
        } catch (TranslateException e) {
            throw new IOException("MNIST could not be read", e);
        }
    }

    /** How many there are. */
    public int size() {
        return labels.length;
    }

    /** What the picture is, 0 to 9. */
    public int label(int index) {
        return labels[index];
    }

    /** The picture as the network sees it. */
    public DigitFrame frame(int index) {
        return DigitFrame.ofPixels(Arrays.copyOfRange(pixels, index * SIZE, (index + 1) * SIZE));
    }

    /** The pictures {@code from} (inclusive) to {@code to} (exclusive). */
    public LabelledDigits slice(int from, int to) {
        return new LabelledDigits(
                Arrays.copyOfRange(pixels, from * SIZE, to * SIZE), Arrays.copyOfRange(labels, from, to));
    }

    /** The last {@value #VALIDATION} of MNIST's training pictures, which are never trained on; all, if there are fewer. */
    public LabelledDigits validation() {
        return slice(Math.max(0, size() - VALIDATION), size());
    }

    /** The SHA-256 of all pictures followed by all labels. */
    public String sha256() {
        byte[] all = Arrays.copyOf(pixels, pixels.length + labels.length);
        System.arraycopy(labels, 0, all, pixels.length, labels.length);
        return DigitModel.sha256(all);
    }

    private int copy(Batch batch, int at) {
        float[] values = batch.getData().singletonOrThrow().toFloatArray();
        float[] truths = batch.getLabels().singletonOrThrow().toFloatArray();
        for (int i = 0; i < values.length; i++) {
            pixels[at * SIZE + i] = (byte) Math.round(values[i] * 255);
        }
        for (int i = 0; i < truths.length; i++) {
            labels[at + i] = (byte) truths[i];
        }
        return at + truths.length;
    }
}
