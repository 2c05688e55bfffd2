package org.numberreader.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitModelTest {
    private static DigitModel model;

    @BeforeAll
    static void load() {
        model = DigitModel.packaged("base");
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void readsPlainDigits() {
        assertThat(model.score(digits()).stream().map(DigitScores::best)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void givesScoresThatSumToOne() {
        for (var scores : model.score(digits())) {
            double sum = scores.notADigit();
            for (float score : scores.digits()) {
                assertThat(score).isBetween(0f, 1f);
                sum += score;
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void scoresABatchAsItScoresOneByOne() {
        var together = model.score(digits());

        for (int digit = 0; digit < 10; digit++) {
            assertSame(model.score(List.of(digits().get(digit))).get(0), together.get(digit));
        }
    }

    @Test
    void scoresMoreFramesThanOnePassTakes() {
        var frames =
                Collections.nCopies(15, digits()).stream().flatMap(List::stream).toList();

        var scores = model.score(frames);

        assertThat(scores).hasSize(150);
        for (int i = 0; i < scores.size(); i++) {
            assertSame(scores.get(i), scores.get(i % 10));
        }
    }

    @Test
    void scoresNothingOfNoFrames() {
        assertThat(model.score(List.of())).isEmpty();
    }

    @Test
    void servesSeveralThreadsAtOnce() throws Exception {
        var alone = model.score(digits());
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<List<DigitScores>> job = () -> model.score(digits());
            for (var done : threads.invokeAll(Collections.nCopies(40, job))) {
                var scores = done.get();
                for (int digit = 0; digit < 10; digit++) {
                    assertThat(scores.get(digit).digits())
                            .isEqualTo(alone.get(digit).digits());
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void loadsFromAFolder(@TempDir Path folder) throws IOException {
        copy(folder);

        try (var loaded = DigitModel.from(folder)) {
            assertThat(loaded.card()).isEqualTo(model.card());
            assertSame(loaded.score(digits()).get(4), model.score(digits()).get(4));
        }
    }

    @Test
    void refusesWeightsThatAreNotItsCards(@TempDir Path folder) throws IOException {
        copy(folder);
        Path weights = folder.resolve(ModelEngine.ONNX_RUNTIME.weights());
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length / 2] ^= 1;
        Files.write(weights, bytes);

        assertThatThrownBy(() -> DigitModel.from(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("card");
    }

    @Test
    void saysWhichModelIsNotThere(@TempDir Path folder) {
        assertThatThrownBy(() -> DigitModel.packaged("nonesuch"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nonesuch");
        assertThatThrownBy(() -> DigitModel.from(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void carriesItsEvidence() {
        var card = model.card();

        assertThat(card.parameters()).isEqualTo(32_874);
        assertThat(DigitNetwork.BASE.parameters()).isEqualTo(32_874);
        assertThat(card.test().pictures()).isEqualTo(10_000);
        assertThat(card.test().accuracy()).isGreaterThanOrEqualTo(0.991);
        assertThat(card.validation().pictures()).isEqualTo(5_000);
    }

    private static List<DigitFrame> digits() {
        return IntStream.range(0, 10).mapToObj(Glyphs::frame).toList();
    }

    private static void assertSame(DigitScores one, DigitScores other) {
        for (int digit = 0; digit < 10; digit++) {
            assertThat(one.digits()[digit]).isCloseTo(other.digits()[digit], within(1e-5f));
        }
    }

    private static void copy(Path folder) throws IOException {
        for (var name : List.of(DigitModel.CARD, "weights.onnx", "weights.params")) {
            try (var in = DigitModel.class.getResourceAsStream("/models/base/" + name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
    }
}
