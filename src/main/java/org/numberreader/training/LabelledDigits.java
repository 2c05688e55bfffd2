package org.numberreader.training;

import ai.djl.Application.CV;
import ai.djl.basicdataset.BasicDatasets;
import ai.djl.repository.Artifact;
import ai.djl.repository.MRL;
import ai.djl.repository.Repository;
import ai.djl.training.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitModel;

/** Framed digits with what they are, in memory: 784 bytes (255 is ink) and a label each, 0 to 9 (10: not a digit). */
public final class LabelledDigits {
    /** The last so many of MNIST's training pictures are for validation and never trained on. */
    public static final int VALIDATION = 5_000;

    private static final int SIZE = DigitFrame.SIDE * DigitFrame.SIDE;

    private final byte[] pixels;
    private final byte[] labels;

    private LabelledDigits(byte[] pixels, byte[] labels) {
        if (pixels.length != labels.length * SIZE) {
            throw new IllegalArgumentException(pixels.length / SIZE + " pictures and " + labels.length + " labels");
        }
        this.pixels = pixels;
        this.labels = labels;
    }

    /**
     * MNIST's 60,000 training or 10,000 test pictures, through DJL's dataset.
     *
     * @param folder with the four idx files, or null to fetch them from DJL's own repository
     * @throws IOException if the files cannot be had
     */
    public static LabelledDigits mnist(@Nullable Path folder, Dataset.Usage usage) throws IOException {
        Repository repository = folder == null ? BasicDatasets.REPOSITORY : new MnistFolder(folder);
        MRL mnist = repository.dataset(CV.IMAGE_CLASSIFICATION, BasicDatasets.GROUP_ID, "mnist", "1.0");
        var artifact = mnist.getDefaultArtifact();
        mnist.prepare(artifact, null);
        String half = usage == Dataset.Usage.TRAIN ? "train" : "test";
        byte[] labels = content(repository, artifact, half + "_labels", 8);
        return new LabelledDigits(content(repository, artifact, half + "_data", 16), labels);
    }

    /** One pass of samples, kept as they came. */
    static LabelledDigits drawn(Samples samples, Random random) {
        int count = samples.size();
        var pixels = new byte[count * SIZE];
        var labels = new byte[count];
        var values = new float[SIZE];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) samples.draw(i, random, values, 0).label();
            System.arraycopy(DigitFrame.ofValues(values, 0).pixels(), 0, pixels, i * SIZE, SIZE);
        }
        return new LabelledDigits(pixels, labels);
    }

    /** None: who draws digits draws all of them with strokes. */
    public static LabelledDigits none() {
        return new LabelledDigits(new byte[0], new byte[0]);
    }

    /** How many there are. */
    public int size() {
        return labels.length;
    }

    /** What the picture is, 0 to 9, or 10 for what is no digit. */
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

    /**
     * All but {@link #validation}.
     *
     * @throws IllegalArgumentException if there are no more than those
     */
    public LabelledDigits training() {
        int count = size() - VALIDATION;
        if (count < 1) {
            throw new IllegalArgumentException("There are only " + size() + " training pictures, and the last "
                    + VALIDATION + " are for validation.");
        }
        return slice(0, count);
    }

    /** The SHA-256 of all pictures followed by all labels. */
    public String sha256() {
        byte[] all = Arrays.copyOf(pixels, pixels.length + labels.length);
        System.arraycopy(labels, 0, all, pixels.length, labels.length);
        return DigitModel.sha256(all);
    }

    /** An idx file without its header: the engines that serve lack the array operations of DJL's own reader. */
    private static byte[] content(Repository repository, Artifact artifact, String name, int header)
            throws IOException {
        var file = Objects.requireNonNull(artifact.getFiles().get(name), name);
        try (var in = repository.openStream(file, null)) {
            in.skipNBytes(header);
            return in.readAllBytes();
        }
    }
}
