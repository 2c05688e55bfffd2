package org.numberreader.training;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.dataset.Batch;
import ai.djl.training.dataset.Dataset;
import ai.djl.translate.StackBatchifier;
import ai.djl.util.Progress;
import java.util.Iterator;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitNetwork;

/** Labelled digits in batches for a DJL trainer: shuffled and augmented anew in each pass, or in order and as they are. */
final class DigitBatches implements Dataset {
    private static final int SIZE = DigitFrame.SIDE * DigitFrame.SIDE;

    private final LabelledDigits digits;
    private final int batch;
    private final Augmentation augmentation;
    private final @Nullable Random random;

    private DigitBatches(LabelledDigits digits, int batch, Augmentation augmentation, @Nullable Random random) {
        this.digits = digits;
        this.batch = batch;
        this.augmentation = augmentation;
        this.random = random;
    }

    static DigitBatches shuffled(LabelledDigits digits, int batch, Augmentation augmentation, Random random) {
        return new DigitBatches(digits, batch, augmentation, random);
    }

    static DigitBatches inOrder(LabelledDigits digits, int batch) {
        return new DigitBatches(digits, batch, Augmentation.NONE, null);
    }

    /** How many batches one pass has. */
    int count() {
        return (digits.size() + batch - 1) / batch;
    }

    @Override
    public Iterable<Batch> getData(NDManager manager) {
        int[] order = IntStream.range(0, digits.size()).toArray();
        if (random != null) {
            shuffle(order, random);
        }
        return () -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < order.length;
            }

            @Override
            public Batch next() {
                int size = Math.min(batch, order.length - next);
                var made = batch(manager.newSubManager(), order, next, size);
                next += size;
                return made;
            }
        };
    }

    @Override
    public Iterable<Batch> getData(NDManager manager, ExecutorService executor) {
        return getData(manager);
    }

    @Override
    public void prepare(@Nullable Progress progress) {
        // The digits are in memory.
    }

    private Batch batch(NDManager manager, int[] order, int start, int size) {
        var values = new float[size * SIZE];
        var labels = new float[size];
        for (int i = 0; i < size; i++) {
            int index = order[start + i];
            byte[] pixels = digits.frame(index).pixels();
            if (random == null) {
                for (int p = 0; p < SIZE; p++) {
                    values[i * SIZE + p] = (pixels[p] & 0xff) / 255f;
                }
            } else {
                augmentation.apply(pixels, random, values, i * SIZE);
            }
            labels[i] = digits.label(index);
        }
        var data = new NDList(manager.create(values, DigitNetwork.input(size)));
        var truths = new NDList(manager.create(labels, new Shape(size, 1)));
        return new Batch(
                manager,
                data,
                truths,
                size,
                new StackBatchifier(),
                new StackBatchifier(),
                (long) start / batch,
                count());
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
    }
}
