package org.numberreader.training;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.dataset.Batch;
import ai.djl.training.dataset.Dataset;
import ai.djl.translate.StackBatchifier;
import ai.djl.util.Progress;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitNetwork;
import org.numberreader.training.teaching.Teaching;

/**
 * Pictures in batches for a DJL trainer: shuffled and made anew in each pass, or digits in order and as they are. While the
 * trainer works on one batch, the next is made on the other cores; each picture has a seed of its own, so that they are the
 * same on any number of cores.
 */
final class DigitBatches implements Dataset, AutoCloseable {
    private static final int SIZE = DigitFrame.SIDE * DigitFrame.SIDE;

    private final Samples samples;
    private final int batch;
    private final @Nullable Random random;
    private final Teaching teaching;
    private CompletableFuture<Made> making = CompletableFuture.completedFuture(Made.NOTHING);

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
        begin(order, 0);
        return () -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < order.length;
            }

            @Override
            public Batch next() {
                var made = making.join();
                int start = next;
                next += made.truths.length;
                begin(order, next);
                return batch(manager.newSubManager(), made, (long) start / batch);
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

    /** Waits for the batch that is being made, after which nobody asks the teachers any more. */
    @Override
    public void close() {
        making.exceptionally(failed -> Made.NOTHING).join();
    }

    /** Has the batch made that starts there, if there is one. */
    private void begin(int[] order, int start) {
        int[] indices = Arrays.copyOfRange(order, start, Math.min(order.length, start + batch));
        if (indices.length > 0) {
            long[] seeds = random == null
                    ? new long[indices.length]
                    : random.longs(indices.length).toArray();
            making = CompletableFuture.supplyAsync(() -> made(indices, seeds));
        }
    }

    private Made made(int[] indices, long[] seeds) {
        var values = new float[indices.length * SIZE];
        var truths = IntStream.range(0, indices.length)
                .parallel()
                .mapToObj(i -> samples.draw(indices[i], new Random(seeds[i]), values, i * SIZE))
                .toArray(Samples.Truth[]::new);
        return new Made(values, truths, teaching.isNone() ? new float[0] : likelihoods(values, truths));
    }

    private float[] likelihoods(float[] values, Samples.Truth[] truths) {
        var known = new boolean[truths.length];
        for (int i = 0; i < truths.length; i++) {
            known[i] = truths[i].known();
        }
        return teaching.likelihoods(values, known);
    }

    private Batch batch(NDManager manager, Made made, long at) {
        int size = made.truths.length;
        var labels = new float[size];
        for (int i = 0; i < size; i++) {
            labels[i] = made.truths[i].label();
        }
        var data = new NDList(manager.create(made.values, DigitNetwork.input(size)));
        var truths = new NDList(manager.create(labels, new Shape(size, 1)));
        if (made.likelihoods.length > 0) {
            truths.add(manager.create(made.likelihoods, new Shape(size, Teaching.CLASSES)));
        }
        return new Batch(manager, data, truths, size, new StackBatchifier(), new StackBatchifier(), at, count());
    }

    private record Made(float[] values, Samples.Truth[] truths, float[] likelihoods) {
        static final Made NOTHING = new Made(new float[0], new Samples.Truth[0], new float[0]);
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
