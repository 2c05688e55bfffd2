package org.numberreader.training.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.translate.NoopTranslator;
import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.numberreader.recognition.DigitNetwork;
import org.numberreader.recognition.PoolBlock;

/** Small networks of each kind of layer, run by both engines. */
class OnnxGraphTest {
    @BeforeAll
    static void servesWithoutASecondEngine() {
        System.setProperty("ai.djl.onnx.disable_alternative", "true");
        Engine.getEngine("PyTorch").setRandomSeed(5);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void saysTheSameAsTheNetwork(String name, Block body) throws Exception {
        Block network = new SequentialBlock()
                .add(body)
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(10).build());
        try (var trained = Model.newInstance(name, Device.cpu(), "PyTorch");
                var exported = Model.newInstance(name, Device.cpu(), "OnnxRuntime")) {
            trained.setBlock(network);
            network.setInitializer(new NormalInitializer(0.2f), Parameter.Type.WEIGHT);
            network.initialize(trained.getNDManager(), DataType.FLOAT32, DigitNetwork.input(1));
            exported.load(new ByteArrayInputStream(OnnxGraph.of(name, network)));

            float[] wanted;
            float[] input;
            try (var manager = trained.getNDManager().newSubManager()) {
                var frames = manager.randomUniform(0, 1, DigitNetwork.input(7));
                input = frames.toFloatArray();
                wanted = network.forward(new ParameterStore(manager, false), new NDList(frames), false)
                        .singletonOrThrow()
                        .toFloatArray();
            }
            try (var predictor = exported.newPredictor(new NoopTranslator(null));
                    var manager = exported.getNDManager().newSubManager()) {
                var said = predictor.predict(new NDList(manager.create(input, DigitNetwork.input(7))));
                assertThat(said.singletonOrThrow().toFloatArray()).containsExactly(wanted, within(2e-5f));
            }
        }
    }

    static Stream<Arguments> saysTheSameAsTheNetwork() {
        return Stream.of(
                Arguments.of("convolution", convolution(3, 1, 0, true)),
                Arguments.of("without bias", convolution(5, 1, 2, false)),
                Arguments.of("strides", convolution(3, 2, 1, true)),
                Arguments.of(
                        "normalisation",
                        new SequentialBlock()
                                .add(convolution(3, 2, 1, false))
                                .add(BatchNorm.builder().build())),
                Arguments.of("maximum", PoolBlock.max(2)),
                Arguments.of("maximum that leaves a rest", PoolBlock.max(3)),
                Arguments.of("mean", PoolBlock.average(3)),
                Arguments.of(
                        "mean of all",
                        new SequentialBlock().add(convolution(3, 1, 1, true)).add(Pool.globalAvgPool2dBlock())),
                Arguments.of(
                        "functions",
                        new SequentialBlock()
                                .add(Activation.tanhBlock())
                                .add(Activation.sigmoidBlock())
                                .add(Blocks.identityBlock())
                                .add(Activation.reluBlock())),
                Arguments.of("dropout", Dropout.builder().optRate(0.5f).build()),
                Arguments.of("residual", residual()));
    }

    @Test
    void namesALayerThatItDoesNotKnow() {
        assertThatThrownBy(() -> OnnxGraph.of("odd", new SequentialBlock().add(Activation::relu)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("anonymous");
        assertThatThrownBy(() -> OnnxGraph.of("odd", Activation.preluBlock()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Prelu");
    }

    private static Block residual() {
        return new ParallelBlock(branches -> new NDList(
                        branches.get(0).singletonOrThrow().add(branches.get(1).singletonOrThrow())))
                .add(new SequentialBlock().add(convolution(3, 1, 1, true)).add(Activation.reluBlock()))
                .add(Blocks.identityBlock());
    }

    private static Block convolution(int side, int stride, int padding, boolean bias) {
        return Conv2d.builder()
                .setKernelShape(new Shape(side, side))
                .optStride(new Shape(stride, stride))
                .optPadding(new Shape(padding, padding))
                .optBias(bias)
                .setFilters(4)
                .build();
    }
}
