package org.numberreader.training.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import java.util.ArrayList;
import java.util.List;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.PoolBlock;

/**
 * A trained network of DJL's blocks as ONNX: N×1×28×28 frames in, N×classes logits out, for any N. Batch normalisation
 * stays a node of its own, and ONNX Runtime folds it into the convolution before it when it loads the graph.
 */
public final class OnnxGraph {
    /** The sides of a convolution's kernels. */
    private static final int KERNELS = 4;

    private final OnnxNodes nodes = new OnnxNodes();
    private final boolean half;

    private OnnxGraph(boolean half) {
        this.half = half;
    }

    /**
     * The network as the bytes of an ONNX file.
     *
     * @param network with its weights
     * @throws IllegalArgumentException if it has a layer that is not known here
     */
    public static byte[] of(String name, Block network) {
        return written(new OnnxGraph(false), name, network, DigitFrame.SIDE, DigitFrame.SIDE);
    }

    /**
     * A fully convolutional network, whose kernels are stored with 16 bits, a weight to one part in 2048: half the file.
     *
     * @param height of the input in pixels; 0 for any, as the width is
     */
    public static byte[] ofConvolutions(String name, Block network, int height) {
        return written(new OnnxGraph(true), name, network, height, 0);
    }

    private static byte[] written(OnnxGraph graph, String name, Block network, int height, int width) {
        String logits = graph.add(network, OnnxNodes.INPUT);
        return graph.nodes.model(name, logits, height, width);
    }

    /** Adds a layer to what is named {@code input}. Returns the name of what comes out. */
    private String add(Block block, String input) {
        if (block instanceof SequentialBlock sequence) {
            return sequence(sequence, input);
        }
        if (block instanceof ParallelBlock branches) {
            return sum(branches, input);
        }
        if (block instanceof Conv2d convolution) {
            return convolution(convolution, input);
        }
        if (block instanceof BatchNorm norm) {
            return normalisation(norm, input);
        }
        if (block instanceof Linear linear) {
            return linear(linear, input);
        }
        if (block instanceof PoolBlock pool) {
            return pool(pool, input);
        }
        if (block instanceof LambdaBlock function) {
            return function(function, input);
        }
        if (block instanceof Dropout) {
            return input; // does nothing outside training
        }
        throw new IllegalArgumentException(
                "This layer cannot be exported as ONNX: " + block.getClass().getName() + " " + block);
    }

    private String sequence(SequentialBlock sequence, String input) {
        String last = input;
        for (Block child : sequence.getChildren().values()) {
            last = add(child, last);
        }
        return last;
    }

    /** Of what joins branches only a function is known; taken for a sum here, which the exported file's check finds out. */
    private String sum(ParallelBlock branches, String input) {
        var outputs = new ArrayList<String>();
        for (Block branch : branches.getChildren().values()) {
            outputs.add(add(branch, input));
        }
        return nodes.add("Sum", outputs);
    }

    private String convolution(Conv2d block, String input) {
        long[] padding = block.getPadding().getShape();
        return nodes.add(
                "Conv",
                inputs(input, block, "weight", "bias"),
                OnnxNodes.longs("kernel_shape", block.getKernelShape().getShape()),
                OnnxNodes.longs("strides", block.getStride().getShape()),
                OnnxNodes.longs("dilations", block.getDilation().getShape()),
                OnnxNodes.longs("pads", padding[0], padding[1], padding[0], padding[1]),
                OnnxNodes.number("group", block.getGroups()));
    }

    private String normalisation(BatchNorm block, String input) {
        // DJL's default epsilon, which its block does not tell; the exported file's check finds another one out.
        return nodes.add(
                "BatchNormalization",
                inputs(input, block, "gamma", "beta", "runningMean", "runningVar"),
                OnnxNodes.real("epsilon", 1e-5f));
    }

    private String linear(Linear block, String input) {
        return nodes.add("Gemm", inputs(input, block, "weight", "bias"), OnnxNodes.number("transB", 1));
    }

    private String pool(PoolBlock block, String input) {
        return nodes.add(
                block.isMax() ? "MaxPool" : "AveragePool",
                List.of(input),
                OnnxNodes.longs("kernel_shape", block.high(), block.wide()),
                OnnxNodes.longs("strides", block.high(), block.wide()));
    }

    /** A function is known by the name that DJL gives to its block. */
    private String function(LambdaBlock block, String input) {
        return switch (block.getName()) {
            case "ReLU" -> nodes.add("Relu", List.of(input));
            case "sigmoid" -> nodes.add("Sigmoid", List.of(input));
            case "Tanh" -> nodes.add("Tanh", List.of(input));
            case "batchFlatten" -> nodes.add("Flatten", List.of(input));
            case "globalAvgPool2d" -> nodes.add("Flatten", List.of(nodes.add("GlobalAveragePool", List.of(input))));
            case "globalMaxPool2d" -> nodes.add("Flatten", List.of(nodes.add("GlobalMaxPool", List.of(input))));
            case "identity" -> input;
            default ->
                throw new IllegalArgumentException("This function cannot be exported as ONNX: " + block.getName()
                        + "; blocks such as Activation.reluBlock() and PoolBlock can");
        };
    }

    /** The input and those of the parameters that the block has, in the order in which ONNX wants them. */
    private List<String> inputs(String input, Block block, String... parameters) {
        var inputs = new ArrayList<String>();
        inputs.add(input);
        for (String name : parameters) {
            if (block.getDirectParameters().contains(name)) {
                Parameter parameter = block.getDirectParameters().get(name);
                inputs.add(weights(parameter.getArray()));
            }
        }
        return inputs;
    }

    private String weights(NDArray array) {
        long[] shape = array.getShape().getShape();
        if (!half || shape.length != KERNELS) {
            return nodes.tensor(shape, array.toFloatArray());
        }
        try (var rounded = array.toType(DataType.FLOAT16, true)) {
            return nodes.halfTensor(shape, rounded.toByteBuffer());
        }
    }
}
