package org.numberreader.training.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.Model;
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
import ai.djl.training.initializer.NormalInitializer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.numberreader.recognition.DigitNetwork;

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

    private static Block network(NDManager manager, int filters, float spread) {
        var network = new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(3, 3))
                        .setFilters(filters)
                        .build())
                .add(new SequentialBlock().add(BatchNorm.builder().build()).add(Activation.reluBlock()))
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(10).build());
        network.setInitializer(new NormalInitializer(spread), Parameter.Type.WEIGHT);
        network.initialize(manager, DataType.FLOAT32, DigitNetwork.input(1));
        return network;
    }
}
