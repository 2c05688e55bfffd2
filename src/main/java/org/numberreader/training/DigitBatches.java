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
import org.numberreader.training.teaching.Teaching;

/** Pictures in batches for a DJL trainer: shuffled and made anew in each pass, or digits in order and as they are. */
final class DigitBatches implements Dataset {
    private static final int SIZE = DigitFrame.SIDE * DigitFrame.SIDE;

    private final Samples samples;
    private final int batch;
    private final @Nullable Random random;
    private final Teaching teaching;

    private DigitBatches(Samples samples, int batch, @Nullable Random random, Teaching teaching) {
        this.samples = samples;
        this.batch = batch;
        this.random = random;
        this.teaching = teaching;
    }

    static DigitBatches shuffled(Samples samples, int batch, Random random, Teaching teaching) {
        return new DigitBatches(samples, batch, random, teaching);
    }

    static DigitBatches inOrder(LabelledDigits digits, int batch) {
        return new DigitBatches(Samples.of(digits), batch, null, Teaching.NONE);
    }

    /** How many batches one pass has. */
    int count() {
        return (samples.size() + batch - 1) / batch;
    }

    @Override
    public Iterable<Batch> getData(NDManager manager) {
        int[] order = IntStream.range(0, samples.size()).toArray();
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
        var source = random == null ? new Random(0) : random;
        for (int i = 0; i < size; i++) {
            labels[i] = samples.draw(order[start + i], source, values, i * SIZE);
        }
        var data = new NDList(manager.create(values, DigitNetwork.input(size)));
        var truths = new NDList(manager.create(labels, new Shape(size, 1)));
        if (!teaching.isNone()) {
            float[] likelihoods = teaching.likelihoods(values, size);
            truths.add(manager.create(likelihoods, new Shape(size, likelihoods.length / size)));
        }
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
