package org.numberreader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.training.dataset.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numberreader.recognition.DigitModel;
import org.numberreader.recognition.DigitNetwork;
import org.numberreader.recognition.Glyphs;
import org.numberreader.training.checkpoint.EpochFigures;

/** Trains for one epoch on 200 drawn digits: what is written, not how well it reads. */
class TrainingRunTest {
    private static LabelledDigits training;
    private static LabelledDigits test;

    private static final Heard HEARD = new Heard();

    @TempDir
    private static Path trained;

    @TempDir
    private Path folder;

    @BeforeAll
    static void trainOnce(@TempDir Path mnist) throws IOException {
        IdxFolder.write(mnist, LabelledDigits.VALIDATION + 200, 50, false);
        training = LabelledDigits.mnist(mnist, Dataset.Usage.TRAIN);
        test = LabelledDigits.mnist(mnist, Dataset.Usage.TEST);
        train(1, HEARD, trained.resolve("tiny"));
    }

    @Test
    void writesAModelWithItsEvidence() {
        try (var model = DigitModel.from(trained.resolve("tiny"))) {
            var card = model.card();
            assertThat(card.name()).isEqualTo("tiny");
            assertThat(card.network()).isEqualTo("base");
            assertThat(card.seed()).isEqualTo(1);
            assertThat(card.epoch()).isEqualTo(1);
            assertThat(card.validation().pictures()).isEqualTo(LabelledDigits.VALIDATION);
            assertThat(card.test().pictures()).isEqualTo(50);
            assertThat(card.temperature()).isPositive();
            assertThat(card.dataSha256()).isEqualTo(training.sha256());
            assertThat(card.recipe()).containsEntry("epochs", 1).containsKeys("augmentation", "optimiser", "rate");
            assertThat(model.score(List.of(Glyphs.frame(1)))).hasSize(1);
        }
        assertThat(files(trained)).containsExactly("tiny");
    }

    @Test
    void saysHowItGoesOn() {
        assertThat(HEARD.epochs).isEqualTo(1);
        assertThat(HEARD.batches).isEqualTo(2);
        assertThat(HEARD.figures).extracting(EpochFigures::epoch).containsExactly(1);
    }

    @Test
    void givesTheSameWeightsFromTheSameSeed() throws IOException {
        train(1, new Heard(), folder.resolve("again"));

        assertThat(weights(folder.resolve("again"))).isEqualTo(weights(trained.resolve("tiny")));
    }

    @Test
    void leavesNothingWhenInterrupted() {
        var stopping = new Heard() {
            @Override
            public void batchDone() {
                throw new IllegalStateException("stopped");
            }
        };

        assertThatThrownBy(() -> train(1, stopping, folder.resolve("tiny"))).hasMessage("stopped");

        assertThat(files(folder)).isEmpty();
    }

    @Test
    void leavesTheOlderModelWhenInterrupted() throws IOException {
        byte[] older = weights(trained.resolve("tiny"));
        var stopping = new Heard() {
            @Override
            public void epochDone(EpochFigures figures) {
                super.epochDone(figures);
                throw new IllegalStateException("stopped");
            }
        };

        assertThatThrownBy(() -> train(2, stopping, trained.resolve("tiny"))).hasMessage("stopped");

        assertThat(weights(trained.resolve("tiny"))).isEqualTo(older);
        assertThat(files(trained)).containsExactly("tiny");
        assertThat(stopping.figures).as("another seed").isNotEqualTo(HEARD.figures);
    }

    private static void train(long seed, TrainingProgress progress, Path out) throws IOException {
        var recipe = TrainingRecipe.base().withEpochs(1);
        new TrainingRun(DigitNetwork.BASE, recipe, seed, progress).train(training, test, out);
    }

    private static byte[] weights(Path model) throws IOException {
        return Files.readAllBytes(model.resolve(DigitModel.WEIGHTS));
    }

    private static List<String> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static class Heard implements TrainingProgress {
        final List<EpochFigures> figures = new ArrayList<>();
        int epochs;
        int batches;

        @Override
        public void epochStarts(int epoch, int of, int expected) {
            epochs++;
        }

        @Override
        public void batchDone() {
            batches++;
        }

        @Override
        public void epochDone(EpochFigures done) {
            figures.add(done);
        }
    }
}
