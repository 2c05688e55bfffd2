package org.numberreader.training.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.NormalInitializer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitNetwork;
import org.numberreader.recognition.ResidualBlock;

class OnnxWeightsTest {
    @Test
    void givesBackWhatWasWritten() throws IOException {
        try (var one = Model.newInstance("one", Device.cpu(), "PyTorch");
                var other = Model.newInstance("other", Device.cpu(), "PyTorch")) {
            byte[] written = OnnxGraph.of("net", network(one.getNDManager(), 4, 0.3f));
            var started = network(other.getNDManager(), 4, 0.1f);
            assertThat(OnnxGraph.of("net", started)).isNotEqualTo(written);

            OnnxWeights.into(started, written);

            assertThat(OnnxGraph.of("net", started)).isEqualTo(written);
        }
    }

    @Test
    void refusesAnotherNetwork() {
        try (var model = Model.newInstance("one", Device.cpu(), "PyTorch")) {
            byte[] wider = OnnxGraph.of("net", network(model.getNDManager(), 5, 0.3f));
            var narrow = network(model.getNDManager(), 4, 0.3f);
            assertThatThrownBy(() -> OnnxWeights.into(narrow, wider))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("[5, 1, 3, 3]");
            byte[] fewer = OnnxGraph.of("net", narrow.getChildren().valueAt(0));
            assertThatThrownBy(() -> OnnxWeights.into(narrow, fewer))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another network");
        }
    }

    @Test
    void beginsResidualBlocksThatAFileLacksAsTheIdentity() throws IOException {
        try (var one = Model.newInstance("one", Device.cpu(), "PyTorch");
                var other = Model.newInstance("other", Device.cpu(), "PyTorch")) {
            var small = network(one.getNDManager(), 4, 0.3f);
            var grown = network(other.getNDManager(), 4, 0.1f, residual(4));

            OnnxWeights.into(grown, OnnxGraph.of("net", small));

            float[] picture = new float[DigitFrame.SIDE * DigitFrame.SIDE];
            for (int i = 0; i < picture.length; i++) {
                picture[i] = i % 7 / 7f;
            }
            assertThat(answer(grown, other.getNDManager(), picture))
                    .isEqualTo(answer(small, one.getNDManager(), picture));
            assertThat(OnnxGraph.of("net", grown)).hasSizeGreaterThan(OnnxGraph.of("net", small).length);
        }
    }

    @Test
    void givesBackKernelsOf16Bits() throws IOException {
        try (var one = Model.newInstance("one", Device.cpu(), "PyTorch");
                var other = Model.newInstance("other", Device.cpu(), "PyTorch")) {
            var exact = new SequentialBlock().add(residual(64));
            exact.setInitializer(new NormalInitializer(0.3f), Parameter.Type.WEIGHT);
            exact.initialize(one.getNDManager(), DataType.FLOAT32, new Shape(1, 64, 8, 8));
            var read = new SequentialBlock().add(residual(64));
            read.initialize(other.getNDManager(), DataType.FLOAT32, new Shape(1, 64, 8, 8));
            byte[] written = OnnxGraph.ofConvolutions("net", exact, 8);

            OnnxWeights.into(read, written);

            assertThat(written.length).isLessThan(2 * OnnxGraph.of("net", exact).length / 3);
            assertThat(OnnxGraph.ofConvolutions("net", read, 8)).isEqualTo(written);
            float[] kernels = kernels(exact);
            float[] rounded = kernels(read);
            assertThat(rounded).isNotEqualTo(kernels).containsExactly(kernels, offset(1e-3f));
        }
    }

    private static float[] kernels(Block network) {
        return network.getParameters().stream()
                .filter(parameter -> parameter.getValue().getType() == Parameter.Type.WEIGHT)
                .findFirst()
                .orElseThrow()
                .getValue()
                .getArray()
                .toFloatArray();
    }

    private static Block residual(int filters) {
        var branch = new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(1, 1))
                        .setFilters(filters)
                        .build())
                .add(BatchNorm.builder().build());
        return ResidualBlock.of(branch);
    }

    private static float[] answer(Block network, NDManager manager, float[] picture) {
        var input = new NDList(manager.create(picture, DigitNetwork.input(1)));
        return network.forward(new ParameterStore(manager, false), input, false)
                .singletonOrThrow()
                .toFloatArray();
    }

    private static Block network(NDManager manager, int filters, float spread) {
        return network(manager, filters, spread, Blocks.identityBlock());
    }

    private static Block network(NDManager manager, int filters, float spread, Block more) {
        var network = new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(3, 3))
                        .setFilters(filters)
                        .build())
                .add(new SequentialBlock().add(BatchNorm.builder().build()).add(Activation.reluBlock()))
                .add(more)
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(10).build());
        network.setInitializer(new NormalInitializer(spread), Parameter.Type.WEIGHT);
        network.initialize(manager, DataType.FLOAT32, DigitNetwork.input(1));
        return network;
    }
}
