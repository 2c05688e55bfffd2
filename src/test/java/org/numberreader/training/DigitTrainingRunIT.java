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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numberreader.recognition.DigitModel;
import org.numberreader.recognition.DigitNetwork;
import org.numberreader.recognition.Glyphs;
import org.numberreader.recognition.ModelEngine;
import org.numberreader.training.checkpoint.EpochFigures;
import org.numberreader.training.checkpoint.History;
import org.numberreader.training.checkpoint.TrainingMode;
import org.numberreader.training.teaching.Teachers;
import org.numberreader.training.teaching.Teaching;

/** Trains for one epoch on 200 drawn digits: what is written, not how well it reads. */
@Tag("slow")
class DigitTrainingRunIT {
    private static LabelledDigits training;
    private static LabelledDigits test;

    private static final TrainingMode RESUME = new TrainingMode(true, 0);
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
        assertThat(files(trained)).containsExactlyInAnyOrder("tiny", "tiny.training");
        assertThat(files(trained.resolve("tiny")))
                .containsExactlyInAnyOrder("weights.params", "weights.onnx", "model.json");
        assertThat(files(trained.resolve("tiny.training"))).containsExactly("history.json");
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
        Path older = Files.createDirectories(folder.resolve("model"));
        Files.writeString(older.resolve(DigitModel.CARD), "older");

        var stopped = interrupted(2, 1, older);

        assertThat(older.resolve(DigitModel.CARD)).hasContent("older");
        assertThat(files(folder)).containsExactlyInAnyOrder("model", "model.training");
        assertThat(files(folder.resolve("model.training"))).containsExactlyInAnyOrder("epoch-1", "history.json");
        assertThat(stopped.figures.get(0)).as("another seed").isNotEqualTo(HEARD.figures.get(0));
    }

    @Test
    void aResumedTrainingGivesTheWeightsOfAnUninterruptedOne() throws IOException {
        var recipe = DigitRecipe.base().withEpochs(2);
        var whole = new Heard();
        new DigitTrainingRun(DigitNetwork.BASE, recipe, 1, whole)
                .train(training, test, folder.resolve("a"), TrainingMode.WHOLE);
        interrupted(1, 1, folder.resolve("b"));
        var resumed = new Heard();
        new DigitTrainingRun(DigitNetwork.BASE, recipe, 1, resumed).train(training, test, folder.resolve("b"), RESUME);

        assertThat(resumed.figures).hasSize(1);
        assertThat(resumed.figures.get(0)).isEqualTo(whole.figures.get(1));
        assertThat(weights(folder.resolve("b"))).isEqualTo(weights(folder.resolve("a")));
        assertThat(card(folder.resolve("b")).replace("\"b\"", "\"a\"")).isEqualTo(card(folder.resolve("a")));
        assertThat(folder.resolve("b.training/history.json"))
                .hasSameTextualContentAs(folder.resolve("a.training/history.json"));
    }

    @Test
    void aResumedTrainingHasItsTeachers() throws IOException {
        try (var teachers = Teachers.from(List.of(Path.of("src/training/teachers/1")));
                var others = Teachers.from(List.of(Path.of("src/training/teachers/2")))) {
            var recipe = DigitRecipe.of(DigitNetwork.BASE, teachers).withEpochs(2);
            var other = DigitRecipe.of(DigitNetwork.BASE, others).withEpochs(2);
            var taught = new Heard();
            new DigitTrainingRun(DigitNetwork.BASE, recipe, 1, taught)
                    .train(training, test, folder.resolve("a"), TrainingMode.WHOLE);
            interrupted(recipe, 1, 1, folder.resolve("b"));

            assertThatThrownBy(() -> new DigitTrainingRun(DigitNetwork.BASE, other, 1, new Heard())
                            .train(training, test, folder.resolve("b"), RESUME))
                    .hasMessageContaining("another network, recipe, seed or data");
            new DigitTrainingRun(DigitNetwork.BASE, recipe, 1, new Heard())
                    .train(training, test, folder.resolve("b"), RESUME);

            assertThat(weights(folder.resolve("b"))).isEqualTo(weights(folder.resolve("a")));
            // At temperature 4 the part of the teachers counts sixteenfold.
            assertThat(taught.figures.get(0).loss())
                    .isGreaterThan(4 * HEARD.figures.get(0).loss());
        }
    }

    @Test
    void whatIsUnfinishedIsNotLostUnasked() {
        interrupted(1, 1, folder.resolve("model"));

        assertThatThrownBy(() -> train(1, new Heard(), folder.resolve("model")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("unfinished training");
        assertThatThrownBy(() -> new DigitTrainingRun(
                                DigitNetwork.BASE, DigitRecipe.base().withEpochs(2), 2, new Heard())
                        .train(training, test, folder.resolve("model"), RESUME))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another network, recipe, seed or data");
        assertThat(files(folder.resolve("model.training"))).contains("epoch-1");
    }

    @Test
    void stopsWhenNothingGetsBetter() throws IOException {
        var heard = new Heard();
        // Steps smaller than the weights can tell: no epoch is better than the first.
        var recipe = new DigitRecipe(9, 128, 1e-30, 0, 0, 0, Augmentation.NONE, 0, Teaching.NONE);

        new DigitTrainingRun(DigitNetwork.BASE, recipe, 1, heard)
                .train(training, test, folder.resolve("model"), new TrainingMode(false, 2));

        assertThat(heard.figures).hasSize(3);
    }

    /** Trains for two epochs, and is stopped after one of them. */
    private static Heard interrupted(long seed, int after, Path out) {
        return interrupted(DigitRecipe.base().withEpochs(2), seed, after, out);
    }

    private static Heard interrupted(DigitRecipe recipe, long seed, int after, Path out) {
        var stopping = new Heard() {
            @Override
            public void epochDone(History history) {
                super.epochDone(history);
                if (history.last().epoch() == after) {
                    throw new IllegalStateException("stopped");
                }
            }
        };
        var run = new DigitTrainingRun(DigitNetwork.BASE, recipe, seed, stopping);
        assertThatThrownBy(() -> run.train(training, test, out, RESUME)).hasMessage("stopped");
        return stopping;
    }

    private static String card(Path model) throws IOException {
        return Files.readString(model.resolve(DigitModel.CARD));
    }

    private static void train(long seed, TrainingProgress progress, Path out) throws IOException {
        var recipe = DigitRecipe.base().withEpochs(1);
        new DigitTrainingRun(DigitNetwork.BASE, recipe, seed, progress).train(training, test, out, TrainingMode.WHOLE);
    }

    private static byte[] weights(Path model) throws IOException {
        return Files.readAllBytes(model.resolve(ModelEngine.PY_TORCH.weights()));
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
        public void epochDone(History history) {
            figures.add(history.last());
        }
    }
}
