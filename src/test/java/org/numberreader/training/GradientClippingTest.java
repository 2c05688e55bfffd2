package org.numberreader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One dense layer: the gradients of its three weights are 3, 4 and 0, that of its bias is 12, so that their norm is 13. */
class GradientClippingTest {
    private final NDManager manager = NDManager.newBaseManager("PyTorch");
    private final Block block = new SequentialBlock()
            .add(Blocks.batchFlattenBlock())
            .add(Linear.builder().setUnits(1).build());

    @BeforeEach
    void passBackward() {
        block.setInitializer(Initializer.ONES, Parameter.Type.WEIGHT);
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 3));
        block.getParameters().values().forEach(parameter -> parameter.getArray().setRequiresGradient(true));
        try (var collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray input = manager.create(new float[] {3f / 12, 4f / 12, 0}, new Shape(1, 3));
            var output = block.forward(new ParameterStore(manager, false), new NDList(input), true);
            collector.backward(output.singletonOrThrow().mul(12).sum());
        }
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void bringsTheCommonNormDown() {
        GradientClipping.apply(block, 1);

        assertThat(gradient(0)).containsExactly(new float[] {3f / 13, 4f / 13, 0}, within(1e-6f));
        assertThat(gradient(1)).containsExactly(new float[] {12f / 13}, within(1e-6f));
    }

    @Test
    void leavesSmallerOnesAsTheyAre() {
        GradientClipping.apply(block, 13.1);

        assertThat(gradient(0)).containsExactly(3, 4, 0);
        assertThat(gradient(1)).containsExactly(12);
    }

    @Test
    void withoutANormTheTrainingFails() {
        block.getParameters().valueAt(0).getArray().getGradient().muli(Float.POSITIVE_INFINITY);

        assertThatThrownBy(() -> GradientClipping.apply(block, 1)).hasMessageContaining("diverged");
    }

    private float[] gradient(int parameter) {
        return block.getParameters().valueAt(parameter).getArray().getGradient().toFloatArray();
    }
}
