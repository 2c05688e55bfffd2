package org.numberreader.training.onnx;

import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.Parameter;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The weights of a network that {@link OnnxGraph} wrote, for a training that starts with them. */
public final class OnnxWeights {
    /** A batch normalisation's parameters. */
    private static final int BATCH_NORM = 4;

    private OnnxWeights() {}

    /**
     * Gives an initialised network the weights of an ONNX file. Where the file's network has none of this one's residual blocks, they
     * begin as the identity, so that the network gives what the file's gives (Chen et al., 2016, "Net2Net").
     *
     * @param onnx as {@link OnnxGraph} writes it of a network of the same layers, with or without the residual blocks
     * @throws IOException if the file is none, or its network has other layers
     */
    public static void into(Block network, byte[] onnx) throws IOException {
        var tensors = ModelProto.parseFrom(onnx).getGraph().getInitializerList();
        var parameters = parameters(network, true);
        if (parameters.size() > tensors.size()) {
            parameters = parameters(network, false);
            residualBlocks(network).forEach(OnnxWeights::makeIdentity);
        }
        if (parameters.size() != tensors.size()) {
            throw new IOException("The model has " + tensors.size() + " weights and biases, and this network "
                    + parameters.size() + ": it is another network.");
        }
        Iterator<TensorProto> tensor = tensors.iterator();
        for (var parameter : parameters) {
            set(parameter, tensor.next());
        }
    }

    /**
     * Moves a network's weights towards those of an ONNX file: the mean of what a training started with and what it came to reads
     * more kinds of pictures than either (Wortsman et al., 2022, "Robust fine-tuning of zero-shot models").
     *
     * @param share of the file's weights in the mean, 0 to 1
     * @throws IOException as {@link #into}
     */
    public static void mix(Block network, byte[] onnx, double share) throws IOException {
        var own = new ArrayList<float[]>();
        var parameters = parameters(network, true);
        parameters.forEach(parameter -> own.add(parameter.getArray().toFloatArray()));
        into(network, onnx);
        for (int i = 0; i < own.size(); i++) {
            var array = parameters.get(i).getArray();
            float[] mixed = array.toFloatArray();
            for (int j = 0; j < mixed.length; j++) {
                mixed[j] = (float) (share * mixed[j] + (1 - share) * own.get(i)[j]);
            }
            array.set(mixed);
        }
    }

    private static List<Block> residualBlocks(Block block) {
        if (block instanceof ParallelBlock) {
            return List.of(block);
        }
        var found = new ArrayList<Block>();
        block.getChildren().values().forEach(child -> found.addAll(residualBlocks(child)));
        return found;
    }

    /** Of a branch that ends with a batch normalisation, nothing comes out. */
    private static void makeIdentity(Block residual) {
        var parameters = parameters(residual, true);
        for (var parameter : parameters.subList(parameters.size() - BATCH_NORM, parameters.size())) {
            if (parameter.getType() == Parameter.Type.GAMMA || parameter.getType() == Parameter.Type.BETA) {
                parameter.getArray().set(new float[(int) parameter.getArray().size()]);
            }
        }
    }

    /** In the order in which the graph has them. */
    private static List<Parameter> parameters(Block block, boolean residual) {
        var parameters = new ArrayList<Parameter>();
        for (String name : List.of("weight", "bias", "gamma", "beta", "runningMean", "runningVar")) {
            if (block.getDirectParameters().contains(name)) {
                parameters.add(block.getDirectParameters().get(name));
            }
        }
        for (Block child : block.getChildren().values()) {
            if (residual || !(child instanceof ParallelBlock)) {
                parameters.addAll(parameters(child, residual));
            }
        }
        return parameters;
    }

    private static void set(Parameter parameter, TensorProto tensor) throws IOException {
        long[] shape = tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
        var array = parameter.getArray();
        if (!Arrays.equals(shape, array.getShape().getShape())) {
            throw new IOException("The model has a layer of " + Arrays.toString(shape)
                    + " where this network has one of " + array.getShape() + ": it is another network.");
        }
        var bytes = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        if (tensor.getDataType() == TensorProto.DataType.FLOAT16.getNumber()) {
            try (var half = array.getManager().create(bytes, array.getShape(), DataType.FLOAT16);
                    var whole = half.toType(DataType.FLOAT32, true)) {
                array.set(whole.toFloatArray());
            }
        } else {
            array.set(bytes.asFloatBuffer());
        }
    }
}
