package org.numberreader.training.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.training.dataset.Dataset;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Raster;
import org.numberreader.image.Standardised;
import org.numberreader.recognition.ColumnScores;
import org.numberreader.recognition.ConvolutionalModel;
import org.numberreader.recognition.DigitModel;
import org.numberreader.recognition.InkModel;
import org.numberreader.recognition.InkNetwork;
import org.numberreader.recognition.LineModel;
import org.numberreader.recognition.LineNetwork;
import org.numberreader.recognition.NetworkCard;
import org.numberreader.recognition.Symbol;
import org.numberreader.training.IdxFolder;
import org.numberreader.training.LabelledDigits;
import org.numberreader.training.SceneExport;
import org.numberreader.training.SceneTrainingRun;
import org.numberreader.training.TrainingProgress;
import org.numberreader.training.checkpoint.CheckpointFolder;
import org.numberreader.training.checkpoint.EpochFigures;
import org.numberreader.training.checkpoint.History;
import org.numberreader.training.checkpoint.TrainingMode;

/** Trains on a few drawn lines and pages: what is written and served, not how well it reads. */
@Tag("slow")
class SceneTrainingRunIT {
    private static final TrainingMode RESUME = new TrainingMode(true, 0);

    private static LabelledDigits digits;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readDigits(@TempDir Path mnist) throws IOException {
        digits = LabelledDigits.mnist(IdxFolder.write(mnist, 100, 10, false), Dataset.Usage.TRAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "ink"})
    void writesAModelWithItsEvidence(String network) throws IOException {
        var heard = new Heard();
        var out = folder.resolve("tiny");

        train(network, 1, heard, out, TrainingMode.WHOLE);

        var card = new ObjectMapper().readValue(out.resolve("model.json").toFile(), NetworkCard.class);
        assertThat(card.name()).isEqualTo("tiny");
        assertThat(card.network()).isEqualTo(network);
        assertThat(card.epoch()).isEqualTo(1);
        assertThat(card.seed()).isEqualTo(1);
        assertThat(card.dataSha256()).isEqualTo(digits.sha256());
        assertThat(card.validation()).containsKey(task(network).mainFigure());
        assertThat(card.recipe()).containsEntry("epochs", 1);
        assertThat(files(out))
                .containsExactlyInAnyOrderElementsOf(
                        network.equals("line")
                                ? List.of("trained.onnx", "weights.onnx", "model.json")
                                : List.of("weights.onnx", "model.json"));
        assertThat(files(folder.resolve("tiny.training"))).containsExactly("history.json");
        assertThat(heard.figures).hasSize(1);
        assertThat(heard.figures.get(0).loss()).isPositive();
        assertThat(heard.batches).isEqualTo(task(network).batches(new Random(0)).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "ink"})
    void aResumedTrainingGivesTheWeightsOfAnUninterruptedOne(String network) throws IOException {
        var whole = new Heard();
        train(network, 2, whole, folder.resolve("a"), TrainingMode.WHOLE);
        var stopping = new Heard(1);
        assertThatThrownBy(() -> train(network, 2, stopping, folder.resolve("b"), RESUME))
                .hasMessage("stopped");
        var resumed = new Heard();
        train(network, 2, resumed, folder.resolve("b"), RESUME);

        assertThat(resumed.figures).containsExactly(whole.figures.get(1));
        assertThat(folder.resolve("b/weights.onnx")).hasSameBinaryContentAs(folder.resolve("a/weights.onnx"));
        assertThat(Files.readString(folder.resolve("b/model.json")).replace("\"b\"", "\"a\""))
                .isEqualTo(Files.readString(folder.resolve("a/model.json")));
    }

    @Test
    void startsWithTrainedWeights() throws IOException {
        var first = folder.resolve("first");
        train("line", 1, new Heard(), first, TrainingMode.WHOLE);
        byte[] onnx = Files.readAllBytes(first.resolve("trained.onnx"));
        var anew = new Heard();
        train("line", 1, anew, folder.resolve("anew"), TrainingMode.WHOLE);
        var started = new Heard();
        new SceneTrainingRun(task("line"), 1, 1, 1, started)
                .startingWith(onnx, 0.5)
                .train(task("line"), digits.sha256(), folder.resolve("second"), TrainingMode.WHOLE);

        assertThat(started.figures.get(0).loss()).isLessThan(anew.figures.get(0).loss());
        var card =
                new ObjectMapper().readValue(folder.resolve("second/model.json").toFile(), NetworkCard.class);
        assertThat(card.recipe())
                .containsEntry("startOnnxSha256", DigitModel.sha256(onnx))
                .containsEntry("startShare", 0.5);
    }

    @Test
    void exportsTheSameBytesAgain() throws IOException {
        var out = folder.resolve("tiny");
        train("line", 1, new Heard(), out, TrainingMode.WHOLE);
        byte[] served = Files.readAllBytes(out.resolve("weights.onnx"));
        byte[] card = Files.readAllBytes(out.resolve("model.json"));
        Files.delete(out.resolve("weights.onnx"));

        SceneExport.export(out, task("line"));

        assertThat(out.resolve("weights.onnx")).hasBinaryContent(served);
        assertThat(out.resolve("model.json")).hasBinaryContent(card);

        Files.write(out.resolve("trained.onnx"), served);
        assertThatThrownBy(() -> SceneExport.export(out, task("line"))).hasMessageContaining("not those of its card");
    }

    /** A folder of the time when the map, too, had 8 bits. */
    @Test
    void exportsTheMapAsItWasTrained() throws IOException {
        var out = folder.resolve("tiny");
        train("ink", 1, new Heard(), out, TrainingMode.WHOLE);
        byte[] weights = Files.readAllBytes(out.resolve("weights.onnx"));
        byte[] card = Files.readAllBytes(out.resolve("model.json"));
        var json = new ObjectMapper();
        var old = (ObjectNode) json.readTree(card);
        old.put("trainedSha256", DigitModel.sha256(weights)).put("onnxSha256", "another's");
        json.writeValue(out.resolve("model.json").toFile(), old);
        Files.move(out.resolve("weights.onnx"), out.resolve("trained.onnx"));

        SceneExport.export(out, task("ink"));

        assertThat(files(out)).containsExactlyInAnyOrder("weights.onnx", "model.json");
        assertThat(out.resolve("weights.onnx")).hasBinaryContent(weights);
        assertThat(out.resolve("model.json")).hasBinaryContent(card);
    }

    @Test
    void whatIsUnfinishedIsNotLostUnasked() {
        var out = folder.resolve("model");
        assertThatThrownBy(() -> train("line", 1, new Heard(1), out, TrainingMode.WHOLE))
                .hasMessage("stopped");

        assertThatThrownBy(() -> train("line", 1, new Heard(), out, TrainingMode.WHOLE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("unfinished training");
        assertThatThrownBy(() -> train("line", 3, new Heard(), out, RESUME))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another network, recipe, seed or data");
        assertThat(out).doesNotExist();
    }

    @Test
    void theServedMapIsTheTrainedOne() throws IOException {
        var weights = trained("ink");
        var page = new PageScene(digits).draw(96, 64, new Random(3)).picture();

        try (var served = new InkModel(ConvolutionalModel.from(folder.resolve("model")))) {
            var expected = forward("ink", weights, page, InkNetwork.CLASSES + 1);
            var raster = served.map(page);

            assertThat(raster.width()).isEqualTo(24);
            assertThat(raster.height()).isEqualTo(16);
            for (int channel = 0; channel < raster.channels(); channel++) {
                for (int y = 0; y < 16; y++) {
                    for (int x = 0; x < 24; x++) {
                        assertThat(raster.at(channel, x, y)).isCloseTo(expected.at(channel, x, y), within(1e-4f));
                    }
                }
            }
        }
    }

    @Test
    void theServedLineRecogniserIsTheTrainedOne() throws IOException {
        var weights = trained("line");
        var line = line(240);

        try (var served = new LineModel(ConvolutionalModel.from(folder.resolve("model")))) {
            var expected = new ColumnScores(forward("line", weights, line, LineNetwork.CHANNELS));
            // A wider one beside it in the batch: what is served must not depend on it.
            var scores = served.score(List.of(line(272), line)).get(1);

            assertThat(scores.columns()).isEqualTo(60);
            // The last columns see the padding.
            for (int column = 0; column < 5; column++) {
                for (var symbol : Symbol.all()) {
                    assertThat(scores.probability(column, symbol))
                            .isCloseTo(expected.probability(column, symbol), within(1e-4f));
                }
            }
            var alone = served.score(List.of(line)).get(0);
            for (int column = 0; column < 60; column++) {
                for (var symbol : Symbol.all()) {
                    assertThat(alone.probability(column, symbol))
                            .isCloseTo(expected.probability(column, symbol), within(1e-4f));
                }
                assertThat(alone.left(column)).isCloseTo(expected.left(column), within(4e-3));
                assertThat(alone.bottom(column)).isCloseTo(expected.bottom(column), within(4e-3));
            }
        }
    }

    /** A part of a drawn line. */
    private static GrayImage line(int width) {
        for (int seed = 0; ; seed++) {
            var picture = new LineScene(digits).draw(new Random(seed)).picture();
            if (picture.width() >= width) {
                var pixels = new byte[width * LineNetwork.HEIGHT];
                for (int y = 0; y < LineNetwork.HEIGHT; y++) {
                    System.arraycopy(picture.pixels(), y * picture.width(), pixels, y * width, width);
                }
                return new GrayImage(width, LineNetwork.HEIGHT, pixels);
            }
        }
    }

    /**
     * Trains into {@code model} with an interruption at the end, and lets the weights be served that do not compute with 8 bits.
     * Returns the averaged weights of that time.
     */
    private Path trained(String network) throws IOException {
        var out = folder.resolve("model");
        assertThatThrownBy(() -> train(network, 1, new Heard(1), out, TrainingMode.WHOLE))
                .hasMessage("stopped");
        var weights = Files.copy(folder.resolve("model.training/epoch-1/average.params"), folder.resolve("weights"));
        train(network, 1, new Heard(), out, RESUME);
        byte[] onnx = SceneExport.trained(out);
        Files.write(out.resolve("weights.onnx"), onnx);
        var json = new ObjectMapper();
        var card = (ObjectNode) json.readTree(out.resolve("model.json").toFile());
        json.writeValue(out.resolve("model.json").toFile(), card.put("onnxSha256", DigitModel.sha256(onnx)));
        return weights;
    }

    private static Raster forward(String network, Path weights, GrayImage picture, int channels) throws IOException {
        var values = new float[picture.width() * picture.height()];
        Standardised.into(picture, values, 0, picture.width());
        try (Model model = Model.newInstance(network, Device.cpu(), "PyTorch")) {
            model.setBlock(task(network).block());
            CheckpointFolder.read(model, weights);
            roundKernels(model.getBlock());
            try (NDManager manager = model.getNDManager().newSubManager()) {
                var input = manager.create(values, new Shape(1, 1, picture.height(), picture.width()));
                var output = model.getBlock()
                        .forward(new ParameterStore(manager, false), new NDList(input), false)
                        .singletonOrThrow();
                var shape = output.getShape();
                return new Raster(channels, (int) shape.get(2), (int) shape.get(3), output.toFloatArray());
            }
        }
    }

    /** A model's file has its kernels with 16 bits. */
    private static void roundKernels(Block network) {
        for (var parameter : network.getParameters().values()) {
            var array = parameter.getArray();
            if (array.getShape().dimension() == 4) {
                array.set(array.toType(DataType.FLOAT16, true)
                        .toType(DataType.FLOAT32, true)
                        .toFloatArray());
            }
        }
    }

    private static SceneTask task(String network) {
        return network.equals("line") ? new LineTask(digits, 4, 2) : new InkTask(digits, 1);
    }

    private static void train(String network, int epochs, TrainingProgress progress, Path out, TrainingMode mode)
            throws IOException {
        new SceneTrainingRun(task(network), epochs, 1, 1, progress).train(task(network), digits.sha256(), out, mode);
    }

    private static List<String> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hears the figures, and stops the training after an epoch. */
    private static final class Heard implements TrainingProgress {
        private final List<EpochFigures> figures = new ArrayList<>();
        private final int last;
        private int batches;

        Heard() {
            this(0);
        }

        Heard(int last) {
            this.last = last;
        }

        @Override
        public void epochStarts(int epoch, int of, int expected) {}

        @Override
        public void batchDone() {
            batches++;
        }

        @Override
        public void epochDone(History history) {
            figures.add(history.last());
            if (history.last().epoch() == last) {
                throw new IllegalStateException("stopped");
            }
        }
    }
}
