package org.numberreader.training.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The nodes and weights of an ONNX graph, each named as it is added. */
final class OnnxNodes {
    static final String INPUT = "frames";
    private static final String OUTPUT = "logits";

    /** An old and stable version of the operators, and the file format of its time: every runtime since 2021 reads both. */
    private static final int OPERATORS = 13;

    private static final int FORMAT = 7;

    private final GraphProto.Builder graph = GraphProto.newBuilder();

    /** Adds an operation. Returns the name of what comes out of it. */
    String add(String operation, List<String> inputs, AttributeProto... attributes) {
        String output = operation.toLowerCase(java.util.Locale.ROOT) + graph.getNodeCount();
        graph.addNode(NodeProto.newBuilder()
                .setName(output)
                .setOpType(operation)
                .addAllInput(inputs)
                .addAllAttribute(List.of(attributes))
                .addOutput(output));
        return output;
    }

    /** Adds weights. Returns their name. */
    String tensor(long[] shape, float[] values) {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return tensor(shape, ByteString.copyFrom(bytes), TensorProto.DataType.FLOAT);
    }

    /**
     * Adds weights in half the room. A runtime makes them 32 bits again as it loads the graph.
     *
     * @param bytes of 16 bits a weight, little-endian
     * @return the name of the weights with 32 bits
     */
    String halfTensor(long[] shape, ByteBuffer bytes) {
        String half = tensor(shape, ByteString.copyFrom(bytes), TensorProto.DataType.FLOAT16);
        return add("Cast", List.of(half), number("to", TensorProto.DataType.FLOAT.getNumber()));
    }

    /** Adds whole numbers of 8 bits, with a sign. Returns their name. */
    String tensor(long[] shape, byte[] values) {
        return tensor(shape, ByteString.copyFrom(values), TensorProto.DataType.INT8);
    }

    /** Adds whole numbers of 32 bits. Returns their name. */
    String tensor(long[] shape, int[] values) {
        var bytes = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return tensor(shape, ByteString.copyFrom(bytes), TensorProto.DataType.INT32);
    }

    /** Adds one real number. Returns its name. */
    String real(float value) {
        return tensor(new long[0], new float[] {value});
    }

    /** Adds the 0 of whole numbers of 8 bits without a sign. Returns its name. */
    String zero() {
        return tensor(new long[0], ByteString.copyFrom(new byte[1]), TensorProto.DataType.UINT8);
    }

    /** Cuts off fractions: whole numbers of 8 bits without a sign. Returns their name. */
    String wholeNumbers(String input) {
        return add("Cast", List.of(input), number("to", TensorProto.DataType.UINT8.getNumber()));
    }

    private String tensor(long[] shape, ByteString bytes, TensorProto.DataType type) {
        String name = "weights" + graph.getInitializerCount();
        var tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(bytes);
        for (long side : shape) {
            tensor.addDims(side);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** The whole file: pictures of one channel go in, 0 stands for any side; the result named so comes out. */
    byte[] model(String name, String result, int height, int width) {
        add("Identity", List.of(result));
        graph.setNode(
                graph.getNodeCount() - 1,
                graph.getNode(graph.getNodeCount() - 1).toBuilder().setOutput(0, OUTPUT));
        graph.addOutput(
                width > 0 ? value(OUTPUT, any("N"), any("classes")) : map(OUTPUT, height > 0 ? of(1) : any("rows")));
        return model(name, height, width);
    }

    /** The same for pictures of any width and several results, each with names of its own for its sides. */
    byte[] model(String name, List<String> results, int height) {
        for (String result : results) {
            graph.addOutput(value(
                    result, any("N"), any("channels " + result), any("rows " + result), any("columns " + result)));
        }
        return model(name, height, 0);
    }

    private byte[] model(String name, int height, int width) {
        graph.setName(name)
                .addInput(value(
                        INPUT,
                        any("N"),
                        of(1),
                        height > 0 ? of(height) : any("height"),
                        width > 0 ? of(width) : any("width")));
        return ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName("number-reader")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static ValueInfoProto map(String name, Dimension rows) {
        return value(name, any("N"), any("channels"), rows, any("columns"));
    }

    static AttributeProto longs(String name, long... values) {
        var attribute = AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    static AttributeProto number(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto real(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    private static ValueInfoProto value(String name, Dimension... shape) {
        var tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(TensorShapeProto.newBuilder().addAllDim(List.of(shape)));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    private static Dimension any(String name) {
        return Dimension.newBuilder().setDimParam(name).build();
    }

    private static Dimension of(long size) {
        return Dimension.newBuilder().setDimValue(size).build();
    }
}
