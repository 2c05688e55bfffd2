package org.numberreader.training.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.translate.NoopTranslator;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.recognition.DigitNetwork;
import org.numberreader.recognition.InkNetwork;
import org.numberreader.recognition.LineNetwork;
import org.numberreader.training.onnx.OnnxQuantisation.Pictures;

class OnnxQuantisationTest {
    private static final Shape INPUT = new Shape(2, 1, LineNetwork.HEIGHT, 64);

    private Model model;

    @BeforeEach
    void create() {
        Engine.getEngine("PyTorch").setRandomSeed(5);
        model = Model.newInstance("net", Device.cpu(), "PyTorch");
    }

    @AfterEach
    void close() {
        model.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "ink"})
    void saysNearlyWhatTheNetworkSays(String name) throws Exception {
        var network = network(name);
        byte[] trained = OnnxGraph.ofConvolutions(name, network, height(name));

        byte[] served = quantised(name, trained);

        assertThat(difference(served, output(network, pictures(9)), pictures(9)))
                .isBetween(1e-4, 0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "ink"})
    void computesTheMiddleConvolutionsWithWholeNumbers(String name) throws IOException {
        var graph = ModelProto.parseFrom(quantised(name, OnnxGraph.ofConvolutions(name, network(name), height(name))))
                .getGraph();

        var operations = graph.getNodeList().stream().map(NodeProto::getOpType).toList();
        assertThat(operations).filteredOn("QLinearConv"::equals).hasSize(5);
        assertThat(operations).filteredOn("Conv"::equals).hasSize(name.equals("line") ? 9 : 5);
    }

    /** Two neighbours' products with 255 have to fit into 16 bits: where they do not, processors without VNNI cut them off. */
    @Test
    void noTwoNeighbouringWeightsAreTogetherMoreThan128() throws IOException {
        var graph = ModelProto.parseFrom(quantised("ink", OnnxGraph.ofConvolutions("ink", network("ink"), 0)))
                .getGraph();

        int most = 0;
        for (var kernel : graph.getInitializerList()) {
            if (kernel.getDataType() != TensorProto.DataType.INT8.getNumber() || kernel.getDimsCount() != 4) {
                continue;
            }
            int places = (int) (kernel.getDims(2) * kernel.getDims(3));
            byte[] weights = kernel.getRawData().toByteArray();
            for (int i = 0; i < weights.length - places; i++) {
                if (i / places % 2 == 0) {
                    most = Math.max(most, Math.abs(weights[i] + weights[i + places]));
                }
            }
        }
        assertThat(most).isBetween(120, 128);
    }

    @Test
    void refusesALayerThatItDoesNotKnow() throws IOException {
        try (var digits = DigitNetwork.named("base").model()) {
            digits.getBlock().initialize(digits.getNDManager(), DataType.FLOAT32, DigitNetwork.input(1));
            byte[] onnx = OnnxGraph.of("base", digits.getBlock());

            assertThatThrownBy(() -> OnnxQuantisation.of("base", onnx, List.of(pictures(1)), 28))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cannot be quantised");
        }
    }

    /** The first convolution, the one whose output is rounded, and one that computes with whole numbers. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4})
    void refusesAConvolutionWithoutReluWhereNumbersAreWhole(int convolution) {
        assertThatThrownBy(() -> quantised("net", convolutions(6, convolution)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no ReLU follows");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void takesAConvolutionWithoutReluWhereNumbersAreReal(int convolution) throws IOException {
        assertThat(quantised("net", convolutions(6, convolution))).isNotEmpty();
    }

    @Test
    void refusesANetworkOfWhichNothingWouldBeRounded() {
        assertThatThrownBy(() -> quantised("net", convolutions(5, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it has no others");
    }

    /** A network of convolutions, one of which has no ReLU. */
    private byte[] convolutions(int count, int bare) {
        var network = new SequentialBlock();
        for (int i = 0; i < count; i++) {
            network.add(Conv2d.builder()
                    .setKernelShape(new Shape(3, 3))
                    .setFilters(4)
                    .build());
            if (i != bare) {
                network.add(Activation.reluBlock());
            }
        }
        network.initialize(model.getNDManager(), DataType.FLOAT32, INPUT);
        return OnnxGraph.ofConvolutions("net", network, 0);
    }

    private static byte[] quantised(String name, byte[] trained) throws IOException {
        return OnnxQuantisation.of(name, trained, List.of(pictures(1), pictures(2)), height(name));
    }

    private static int height(String name) {
        return name.equals("line") ? LineNetwork.HEIGHT : 0;
    }

    private Block network(String name) {
        var network = name.equals("line") ? LineNetwork.block() : InkNetwork.block();
        model.setBlock(network);
        network.initialize(model.getNDManager(), DataType.FLOAT32, INPUT);
        var random = new Random(3);
        for (var parameter : network.getParameters().values()) {
            switch (parameter.getType()) {
                case GAMMA, RUNNING_VAR -> fill(parameter, () -> (float) (0.5 + random.nextDouble()));
                case BETA, RUNNING_MEAN, BIAS -> fill(parameter, () -> (float) (random.nextGaussian() / 4));
                default -> {} // kernels are random already
            }
        }
        return network;
    }

    private static void fill(Parameter parameter, Supplier<Float> value) {
        var values = new float[(int) parameter.getArray().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.get();
        }
        parameter.getArray().set(values);
    }

    private static Pictures pictures(int seed) {
        var random = new Random(seed);
        var levels = new float[(int) INPUT.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (float) random.nextGaussian();
        }
        return new Pictures(levels, INPUT);
    }

    private float[] output(Block network, Pictures pictures) {
        try (var manager = model.getNDManager().newSubManager()) {
            return network.forward(
                            new ParameterStore(manager, false),
                            new NDList(manager.create(pictures.levels(), pictures.shape())),
                            false)
                    .singletonOrThrow()
                    .toFloatArray();
        }
    }

    /** The root of the mean squared difference from what is expected, as a share of that. */
    private static double difference(byte[] onnx, float[] expected, Pictures pictures) throws Exception {
        double squares = 0;
        double all = 0;
        try (var served = Model.newInstance("served", Device.cpu(), "OnnxRuntime")) {
            served.load(new ByteArrayInputStream(onnx));
            try (var predictor = served.newPredictor(new NoopTranslator(null));
                    var manager = served.getNDManager().newSubManager()) {
                var input = new NDList(manager.create(pictures.levels(), pictures.shape()));
                float[] actual = predictor.predict(input).singletonOrThrow().toFloatArray();
                for (int i = 0; i < expected.length; i++) {
                    squares += Math.pow(actual[i] - expected[i], 2);
                    all += Math.pow(expected[i], 2);
                }
            }
        }
        return Math.sqrt(squares / all);
    }
}
