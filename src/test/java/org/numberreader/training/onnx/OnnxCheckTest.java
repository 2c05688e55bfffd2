package org.numberreader.training.onnx;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.numberreader.recognition.InkNetwork;

class OnnxCheckTest {
    private static final Shape INPUT = new Shape(2, 1, 16, 24);

    private final float[] input = new float[(int) INPUT.size()];
    private Model model;
    private float[] output;
    private byte[] onnx;

    @BeforeEach
    void runANetwork() {
        var random = new Random(1);
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) random.nextGaussian();
        }
        Engine.getEngine("PyTorch").setRandomSeed(5);
        model = Model.newInstance("ink", Device.cpu(), "PyTorch");
        model.setBlock(InkNetwork.block());
        model.getBlock().initialize(model.getNDManager(), DataType.FLOAT32, INPUT);
        try (var manager = model.getNDManager().newSubManager()) {
            output = model.getBlock()
                    .forward(new ParameterStore(manager, false), new NDList(manager.create(input, INPUT)), false)
                    .singletonOrThrow()
                    .toFloatArray();
        }
        onnx = OnnxGraph.ofConvolutions("ink", model.getBlock(), 0);
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void acceptsWhatBothEnginesCompute() {
        assertThatCode(() -> OnnxCheck.requireSame(onnx, input, INPUT, output)).doesNotThrowAnyException();
    }

    @Test
    void refusesAWrongConvolution() {
        float largest = 0;
        for (float value : output) {
            largest = Math.max(largest, Math.abs(value));
        }
        output[7] += 0.1f * largest;

        assertThatThrownBy(() -> OnnxCheck.requireSame(onnx, input, INPUT, output))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("otherwise than ONNX Runtime")
                .hasMessageContaining("ONEDNN_MAX_CPU_ISA=AVX2");
    }

    @Test
    void aNanIsNoAgreement() {
        output[7] = Float.NaN;

        assertThatThrownBy(() -> OnnxCheck.requireSame(onnx, input, INPUT, output))
                .isInstanceOf(IllegalStateException.class);
    }
}
