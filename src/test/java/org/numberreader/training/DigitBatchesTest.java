package org.numberreader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.training.dataset.Batch;
import ai.djl.training.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.training.teaching.Teachers;
import org.numberreader.training.teaching.Teaching;

class DigitBatchesTest {
    private static final Augmentation MOVED = new Augmentation(10, 0.1, 0.1, 0.05, 0.5);
    private static final int SIZE = DigitFrame.SIDE * DigitFrame.SIDE;

    private static LabelledDigits digits;

    @BeforeAll
    static void draw(@TempDir Path mnist) throws IOException {
        IdxFolder.write(mnist, 50, 10, false);
        digits = LabelledDigits.mnist(mnist, Dataset.Usage.TRAIN);
    }

    @Test
    void areTheSameFromTheSameSeedOnAnyNumberOfThreads() throws Exception {
        var alone = new ForkJoinPool(1);
        try {
            List<float[]> first = pass(Samples.of(digits, MOVED), Teaching.NONE, 0);
            List<float[]> again = alone.submit(() -> pass(Samples.of(digits, MOVED), Teaching.NONE, 0))
                    .get();

            assertThat(first).hasSize(4);
            for (int i = 0; i < first.size(); i++) {
                assertThat(again.get(i)).isEqualTo(first.get(i));
            }
        } finally {
            alone.shutdown();
        }
    }

    @Test
    void onePassHasEachPictureOnce() {
        var seen = new ArrayList<byte[]>();
        for (float[] pictures : pass(Samples.of(digits), Teaching.NONE, 0)) {
            for (int at = 0; at < pictures.length; at += SIZE) {
                seen.add(DigitFrame.ofValues(pictures, at).pixels());
            }
        }
        var all = new ArrayList<byte[]>();
        for (int i = 0; i < digits.size(); i++) {
            all.add(digits.frame(i).pixels());
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        assertThat(seen.get(0)).isNotEqualTo(all.get(0));
    }

    @Test
    void teachersSpeakOfWhatTheyKnowAndOfNothingElse() {
        try (var teachers = Teachers.from(List.of(Path.of("src/training/teachers/1")))) {
            var teaching = new Teaching(teachers, 2, 0.3, 0.35, 1);
            var half = new Samples() {
                @Override
                public int size() {
                    return digits.size();
                }

                @Override
                public Truth draw(int index, Random random, float[] target, int offset) {
                    var truth = Samples.of(digits).draw(index, random, target, offset);
                    return new Truth(truth.label(), index % 2 == 0);
                }
            };
            List<float[]> pictures = pass(half, teaching, 0);
            List<float[]> likelihoods = pass(half, teaching, 2);

            int told = 0;
            for (int b = 0; b < likelihoods.size(); b++) {
                float[] rows = likelihoods.get(b);
                for (int i = 0; i < rows.length / Teaching.CLASSES; i++) {
                    int from = i * Teaching.CLASSES;
                    float[] row = Arrays.copyOfRange(rows, from, from + Teaching.CLASSES);
                    if (sum(row) > 0) {
                        float[] picture = Arrays.copyOfRange(pictures.get(b), i * SIZE, (i + 1) * SIZE);
                        assertThat(row)
                                .containsExactly(teaching.likelihoods(picture, new boolean[] {true}), within(1e-5f));
                        told++;
                    }
                }
            }
            assertThat(told).isEqualTo(digits.size() / 2);
        }
    }

    @Test
    void whatFailsWhileABatchIsMadeIsToldByTheNextOne() {
        var failing = new Samples() {
            @Override
            public int size() {
                return 9;
            }

            @Override
            public Truth draw(int index, Random random, float[] target, int offset) {
                throw new IllegalStateException("no picture");
            }
        };

        assertThatThrownBy(() -> pass(failing, Teaching.NONE, 0)).hasStackTraceContaining("no picture");
    }

    /** One array of each batch: 0 for the pictures, 1 for the labels, 2 for the likelihoods. */
    private static List<float[]> pass(Samples samples, Teaching teaching, int which) {
        var arrays = new ArrayList<float[]>();
        try (var manager = NDManager.newBaseManager("PyTorch");
                var batches = DigitBatches.shuffled(samples, 16, new Random(5), teaching)) {
            for (Batch batch : batches.getData(manager)) {
                try (batch) {
                    arrays.add((which == 0
                                    ? batch.getData().get(0)
                                    : batch.getLabels().get(which - 1))
                            .toFloatArray());
                }
            }
        }
        return arrays;
    }

    private static double sum(float[] row) {
        double sum = 0;
        for (float value : row) {
            sum += value;
        }
        return sum;
    }
}
