package org.numberreader.training.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The layers of a fully convolutional network that {@link OnnxGraph} wrote, each batch normalisation within its convolution. */
final class OnnxLayers {
    /** Batch normalisation's, as {@link OnnxGraph} writes it. */
    private static final double EPSILON = 1e-5;

    private static final int HALF_MANTISSA_BITS = 10;
    private static final int HALF_EXPONENT_BIAS = 15;

    private final String input;
    private final List<Layer> all;

    private OnnxLayers(String input, List<Layer> all) {
        this.input = input;
        this.all = all;
    }

    /**
     * A convolution with the ReLU that follows it, or another operation.
     *
     * @param kernel empty of what is no convolution
     */
    record Layer(
            String operation,
            List<String> inputs,
            String output,
            AttributeProto[] attributes,
            Kernel kernel,
            boolean rectified) {
        boolean isConvolution() {
            return operation.equals("Conv");
        }
    }

    /** A convolution's weights, of {@code shape} filters×channels×height×width, and its biases. */
    record Kernel(float[] weights, long[] shape, float[] biases) {
        int filters() {
            return biases.length;
        }

        int channels() {
            return (int) shape[1];
        }

        /** A filter's weights of a channel. */
        int places() {
            return (int) (shape[2] * shape[3]);
        }

        int perFilter() {
            return channels() * places();
        }

        float at(int filter, int channel, int place) {
            return weights[(filter * channels() + channel) * places() + place];
        }

        /** The same with more filters; the added ones are zero. */
        Kernel withFilters(int filters) {
            var more = new long[] {filters, shape[1], shape[2], shape[3]};
            return new Kernel(Arrays.copyOf(weights, filters * perFilter()), more, Arrays.copyOf(biases, filters));
        }

        /** The same for an input of more channels; the added weights are zero. */
        Kernel withChannels(int channels) {
            var more = new float[filters() * channels * places()];
            for (int filter = 0; filter < filters(); filter++) {
                System.arraycopy(weights, filter * perFilter(), more, filter * channels * places(), perFilter());
            }
            return new Kernel(more, new long[] {shape[0], channels, shape[2], shape[3]}, biases);
        }

        private void normalise(float[] gamma, float[] beta, float[] mean, float[] variance) {
            for (int filter = 0; filter < filters(); filter++) {
                double factor = gamma[filter] / Math.sqrt(variance[filter] + EPSILON);
                for (int i = filter * perFilter(); i < (filter + 1) * perFilter(); i++) {
                    weights[i] = (float) (weights[i] * factor);
                }
                biases[filter] = (float) (beta[filter] + (biases[filter] - mean[filter]) * factor);
            }
        }
    }

    /** @throws IllegalArgumentException if it has an operation that is not known here */
    static OnnxLayers of(GraphProto graph) {
        var weights = new HashMap<String, TensorProto>();
        graph.getInitializerList().forEach(tensor -> weights.put(tensor.getName(), tensor));
        var layers = new LinkedHashMap<String, Layer>();
        for (var node : graph.getNodeList()) {
            switch (node.getOpType()) {
                case "Cast" -> weights.put(node.getOutput(0), named(weights, node.getInput(0)));
                case "Conv" -> put(layers, node, kernel(node, weights));
                case "MaxPool", "Sum" -> put(layers, node, new Kernel(new float[0], new long[4], new float[0]));
                case "BatchNormalization" -> normalise(layers, node, weights);
                case "Relu" -> replace(layers, node, true);
                case "Identity" -> {} // names the output
                default -> throw new IllegalArgumentException("This layer cannot be quantised: " + node.getOpType());
            }
        }
        return new OnnxLayers(graph.getInput(0).getName(), List.copyOf(layers.values()));
    }

    private static void put(Map<String, Layer> layers, NodeProto node, Kernel kernel) {
        var inputs = node.getOpType().equals("Conv") ? List.of(node.getInput(0)) : List.copyOf(node.getInputList());
        var attributes = node.getAttributeList().toArray(AttributeProto[]::new);
        layers.put(
                node.getOutput(0), new Layer(node.getOpType(), inputs, node.getOutput(0), attributes, kernel, false));
    }

    private static void normalise(Map<String, Layer> layers, NodeProto node, Map<String, TensorProto> weights) {
        var parameters = node.getInputList().stream()
                .skip(1)
                .map(name -> values(named(weights, name)))
                .toList();
        convolutionBefore(layers, node)
                .kernel
                .normalise(parameters.get(0), parameters.get(1), parameters.get(2), parameters.get(3));
        replace(layers, node, false);
    }

    /** The layer before has this node's output, too. */
    private static void replace(Map<String, Layer> layers, NodeProto node, boolean rectified) {
        var layer = convolutionBefore(layers, node);
        layers.remove(layer.output);
        layers.put(
                node.getOutput(0),
                new Layer(layer.operation, layer.inputs, node.getOutput(0), layer.attributes, layer.kernel, rectified));
    }

    /** @throws IllegalArgumentException if something else stands before, as a sum or a ReLU */
    private static Layer convolutionBefore(Map<String, Layer> layers, NodeProto node) {
        var layer = named(layers, node.getInput(0));
        if (!layer.isConvolution() || layer.rectified) {
            throw new IllegalArgumentException(
                    "This layer cannot be quantised: " + node.getOpType() + " that follows no convolution");
        }
        return layer;
    }

    /** @throws IllegalArgumentException if there is none */
    private static <T> T named(Map<String, T> things, String name) {
        T thing = things.get(name);
        if (thing == null) {
            throw new IllegalArgumentException(
                    "This network cannot be quantised: it has no " + name + " before what uses it.");
        }
        return thing;
    }

    private static Kernel kernel(NodeProto node, Map<String, TensorProto> weights) {
        if (node.getAttributeList().stream().anyMatch(each -> each.getName().equals("group") && each.getI() != 1)) {
            throw new IllegalArgumentException("This layer cannot be quantised: Conv of groups");
        }
        var tensor = named(weights, node.getInput(1));
        long[] shape = tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
        float[] biases =
                node.getInputCount() > 2 ? values(named(weights, node.getInput(2))) : new float[(int) shape[0]];
        return new Kernel(values(tensor), shape, biases);
    }

    private static float[] values(TensorProto tensor) {
        var bytes = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        if (tensor.getDataType() == TensorProto.DataType.FLOAT16.getNumber()) {
            var halves = bytes.asShortBuffer();
            var values = new float[halves.remaining()];
            for (int i = 0; i < values.length; i++) {
                values[i] = real(halves.get(i));
            }
            return values;
        }
        var floats = bytes.asFloatBuffer();
        var values = new float[floats.remaining()];
        floats.get(values);
        return values;
    }

    /** IEEE 754's binary16; Java has a function for it from version 20 on. */
    private static float real(short half) {
        int exponent = half >> HALF_MANTISSA_BITS & 31;
        int mantissa = half & (1 << HALF_MANTISSA_BITS) - 1;
        int fraction = exponent == 0 ? mantissa : mantissa + (1 << HALF_MANTISSA_BITS);
        float size = Math.scalb((float) fraction, Math.max(1, exponent) - HALF_EXPONENT_BIAS - HALF_MANTISSA_BITS);
        return half < 0 ? -size : size;
    }

    /** From the input to the output. */
    List<Layer> all() {
        return all;
    }

    /** The name of what goes in. */
    String input() {
        return input;
    }

    /** How many convolutions come before one. */
    int convolutionsBefore(Layer convolution) {
        return all.stream().filter(Layer::isConvolution).toList().indexOf(convolution);
    }

    Layer last() {
        return all.get(all.size() - 1);
    }

    /** Whether a layer is one of a residual block's branch: another adds to what comes in. */
    boolean isResidual(Layer layer) {
        return all.stream()
                        .filter(other -> other.inputs.contains(layer.inputs.get(0)))
                        .count()
                > 1;
    }

    /** The pooling of a layer's output. */
    Optional<Layer> poolAfter(Layer layer) {
        return all.stream()
                .filter(other -> other.operation.equals("MaxPool") && other.inputs.contains(layer.output))
                .findFirst();
    }

    /** The network as an ONNX file that gives the output of each layer. */
    byte[] withAllOutputs(int height) throws IOException {
        var nodes = new OnnxNodes();
        var names = new HashMap<String, String>(Map.of(input, OnnxNodes.INPUT));
        var outputs = new ArrayList<String>();
        for (var layer : all) {
            var inputs = new ArrayList<>(layer.inputs.stream().map(names::get).toList());
            if (layer.isConvolution()) {
                inputs.add(nodes.tensor(layer.kernel.shape, layer.kernel.weights));
                inputs.add(nodes.tensor(new long[] {layer.kernel.filters()}, layer.kernel.biases));
            }
            String output = nodes.add(layer.operation, inputs, layer.attributes);
            outputs.add(layer.rectified ? nodes.add("Relu", List.of(output)) : output);
            names.put(layer.output, outputs.get(outputs.size() - 1));
        }
        return nodes.model("calibration", outputs, height);
    }
}
