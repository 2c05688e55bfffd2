package org.numberreader.training.onnx;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.numberreader.recognition.ModelEngine;
import org.numberreader.training.onnx.OnnxLayers.Kernel;
import org.numberreader.training.onnx.OnnxLayers.Layer;

/**
 * A fully convolutional network whose convolutions are computed with integers of 8 bits (Jacob et al., 2018, "Quantization and
 * Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference"): less time, on a processor with VNNI.
 *
 * <p>The first four convolutions keep their real numbers: their errors would pass through all later layers. From the fourth one's output
 * on, values are whole numbers from 0 to 255 times a scale of each layer's, which drawn pictures tell; a kernel has a scale for each
 * filter. From the first residual block on, or else in the last convolution, there are real numbers again.
 */
public final class OnnxQuantisation {
    /** The value that is the largest number of 8 bits: all but 3 in 100,000 of a layer are no larger, and those are cut off. */
    private static final double QUANTILE = 0.99997;

    /** The first convolutions, with real numbers. */
    private static final int REAL = 4;

    private static final int LARGEST_VALUE = 255;
    private static final int LARGEST_WEIGHT = 127;

    /** A bias leaves as much room of its 32 bits for the sum of the products. */
    private static final double LARGEST_BIAS = 1 << 30;

    /** The greatest error that is put down to rounding, as a share of the network's output. The packaged one has less than 0.02. */
    private static final double MOST_LOST = 0.25;

    /** With AVX-512, ONNX Runtime computes as many filters at a time; a layer with another number of them is copied before it is pooled. */
    private static final int FILTERS_AT_A_TIME = 16;

    private final OnnxLayers layers;
    private final Map<String, Double> largest;
    private final OnnxNodes nodes = new OnnxNodes();
    private final Map<String, Values> values = new HashMap<>();

    private OnnxQuantisation(OnnxLayers layers, Map<String, Double> largest) {
        this.layers = layers;
        this.largest = largest;
    }

    /** Pictures that a network is run on: standardised grey levels, N×1×H×W. */
    public record Pictures(float[] levels, Shape shape) {}

    /** What a layer gives: real numbers, or whole ones of which {@code scale} is the unit. */
    private record Values(String name, double scale, int channels) {
        boolean areReal() {
            return scale == 0;
        }
    }

    /**
     * The network as the bytes of an ONNX file.
     *
     * @param onnx with real numbers, as {@link OnnxGraph#ofConvolutions} writes it
     * @param drawn pictures such as it will see: they tell how large each layer's values become
     * @param height of the input in pixels; 0 for any
     * @throws IOException if the file is no ONNX
     * @throws IllegalArgumentException if it has a layer that is not known here
     * @throws IllegalStateException if the file says something else than the network
     */
    public static byte[] of(String name, byte[] onnx, List<Pictures> drawn, int height) throws IOException {
        var layers = OnnxLayers.of(ModelProto.parseFrom(onnx).getGraph());
        if (layers.all().stream().filter(Layer::isConvolution).count() <= REAL + 1) {
            throw new IllegalArgumentException(
                    "This network cannot be quantised: the first %d convolutions and the last keep real numbers, and it has no others."
                            .formatted(REAL));
        }
        var quantisation = new OnnxQuantisation(layers, largest(layers, drawn, height));
        byte[] quantised = quantisation.nodes.model(name, quantisation.added(), height, 0);
        double lost = OnnxCheck.difference(
                onnx, quantised, drawn.get(0).levels(), drawn.get(0).shape());
        // Not "greater than": a NaN is no agreement.
        if (!(lost <= MOST_LOST)) {
            throw new IllegalStateException(
                    "With 8 bits the network's output differs by %.2f of itself: check how OnnxQuantisation writes each layer."
                            .formatted(lost));
        }
        return quantised;
    }

    /** The values of each layer's output that are to be the largest, as a mean of the pictures' quantiles. */
    private static Map<String, Double> largest(OnnxLayers layers, List<Pictures> drawn, int height) throws IOException {
        var sums = new HashMap<String, Double>();
        ModelEngine.ONNX_RUNTIME.preload();
        try (var model = Model.newInstance("calibration", Device.cpu(), ModelEngine.ONNX_RUNTIME.engine())) {
            model.load(new ByteArrayInputStream(layers.withAllOutputs(height)));
            try (var predictor = model.newPredictor(new NoopTranslator(null))) {
                for (var pictures : drawn) {
                    try (var manager = model.getNDManager().newSubManager()) {
                        var outputs =
                                predictor.predict(new NDList(manager.create(pictures.levels(), pictures.shape())));
                        for (int i = 0; i < layers.all().size(); i++) {
                            sums.merge(
                                    layers.all().get(i).output(),
                                    quantile(outputs.get(i).toFloatArray()),
                                    Double::sum);
                        }
                        outputs.close();
                    }
                }
            }
        } catch (MalformedModelException | TranslateException e) {
            throw new IllegalStateException("ONNX Runtime cannot run the network", e);
        }
        sums.replaceAll((output, sum) -> sum / drawn.size());
        return sums;
    }

    private static double quantile(float[] values) {
        Arrays.parallelSort(values);
        return values[(int) Math.min(values.length - 1, Math.round(QUANTILE * values.length))];
    }

    /** Adds all layers. Returns the name of what comes out of the last. */
    private String added() {
        var last = new Values(OnnxNodes.INPUT, 0, 1);
        values.put(layers.input(), last);
        for (var layer : layers.all()) {
            var inputs = layer.inputs().stream().map(values::get).toList();
            last = layer.isConvolution() ? convolution(layer, inputs.get(0)) : other(layer, inputs);
            values.put(layer.output(), last);
        }
        return real(last).name;
    }

    private Values convolution(Layer layer, Values input) {
        boolean whole = !input.areReal() && !layers.isResidual(layer) && layer != layers.last();
        int before = layers.convolutionsBefore(layer);
        if (before == 0 || before == REAL - 1 || whole) {
            requireRectified(layer);
        }
        if (before == 0) {
            var kernel = layer.kernel().withFilters(roundNumber(layer.kernel().filters()));
            return new Values(nodes.add("Relu", List.of(convolved(input.name, layer, kernel))), 0, kernel.filters());
        }
        var kernel = layer.kernel().withChannels(input.channels);
        if (before == REAL - 1) {
            return lastReal(layer, kernel, input);
        }
        if (!whole) {
            String convolved = convolved(real(input).name, layer, kernel);
            String output = layer.rectified() ? nodes.add("Relu", List.of(convolved)) : convolved;
            return new Values(output, 0, kernel.filters());
        }
        return quantised(layer, kernel, input);
    }

    /** Whole numbers begin at 0. */
    private static void requireRectified(Layer layer) {
        if (!layer.rectified()) {
            throw new IllegalArgumentException(
                    "This network cannot be quantised: no ReLU follows " + layer.output() + ".");
        }
    }

    private static int roundNumber(int filters) {
        return (filters + FILTERS_AT_A_TIME - 1) / FILTERS_AT_A_TIME * FILTERS_AT_A_TIME;
    }

    /**
     * In units of the scale and half a unit up, the output only needs its fraction cut off; so it may be pooled before, where it is
     * cheaper, for ONNX Runtime would move a QuantizeLinear in front of that.
     */
    private Values lastReal(Layer layer, Kernel kernel, Values input) {
        double scale = scale(layer);
        var scaled = new Kernel(
                kernel.weights().clone(), kernel.shape(), kernel.biases().clone());
        for (int i = 0; i < scaled.weights().length; i++) {
            scaled.weights()[i] = (float) (kernel.weights()[i] / scale);
        }
        for (int i = 0; i < kernel.filters(); i++) {
            scaled.biases()[i] = (float) (kernel.biases()[i] / scale + 0.5);
        }
        var limits = List.of(convolved(input.name, layer, scaled), nodes.real(0), nodes.real(LARGEST_VALUE));
        String output = nodes.add("Clip", limits);
        var following = layers.poolAfter(layer);
        if (following.isPresent()) {
            output = nodes.add("MaxPool", List.of(output), following.get().attributes());
        }
        var whole = new Values(nodes.wholeNumbers(output), scale, kernel.filters());
        following.ifPresent(pool -> values.put(pool.output(), whole));
        return whole;
    }

    private Values quantised(Layer layer, Kernel kernel, Values input) {
        int filters = kernel.filters();
        var weights = new byte[kernel.weights().length];
        var scales = new float[filters];
        var biases = new int[filters];
        for (int filter = 0; filter < filters; filter++) {
            scales[filter] = (float) filterScale(kernel, filter, input.scale);
            int from = filter * kernel.perFilter();
            for (int i = from; i < from + kernel.perFilter(); i++) {
                weights[i] = (byte) Math.round(kernel.weights()[i] / scales[filter]);
            }
            biases[filter] = (int) Math.round(kernel.biases()[filter] / (scales[filter] * input.scale));
        }
        double scale = scale(layer);
        String zero = nodes.zero();
        String output = nodes.add(
                "QLinearConv",
                List.of(
                        input.name,
                        nodes.real((float) input.scale),
                        zero,
                        nodes.tensor(kernel.shape(), weights),
                        nodes.tensor(new long[] {filters}, scales),
                        nodes.tensor(new long[] {filters}, new byte[filters]),
                        nodes.real((float) scale),
                        zero,
                        nodes.tensor(new long[] {filters}, biases)),
                layer.attributes());
        return new Values(output, scale, filters);
    }

    /**
     * The scale of a filter's weights. Processors without VNNI add the products of two neighbouring channels in 16 bits: two weights of
     * the same sign must add up to at most 128; otherwise the sum saturates there, and the result depends on the processor.
     */
    private static double filterScale(Kernel kernel, int filter, double inputScale) {
        if (kernel.channels() % 2 != 0) {
            throw new IllegalArgumentException(
                    "This network cannot be quantised: a layer has an odd number of channels.");
        }
        double largest = 1e-9;
        double pair = 0;
        for (int place = 0; place < kernel.places(); place++) {
            for (int channel = 0; channel < kernel.channels(); channel += 2) {
                double one = kernel.at(filter, channel, place);
                double next = kernel.at(filter, channel + 1, place);
                largest = Math.max(largest, Math.max(Math.abs(one), Math.abs(next)));
                pair = Math.max(pair, Math.max(one, 0) + Math.max(next, 0));
                pair = Math.max(pair, Math.max(-one, 0) + Math.max(-next, 0));
            }
        }
        double forBias = Math.abs(kernel.biases()[filter]) / inputScale / LARGEST_BIAS;
        return Math.max(Math.max(largest, pair) / LARGEST_WEIGHT, forBias);
    }

    /** What is no convolution: the residual blocks' sums, and pooling. */
    private Values other(Layer layer, List<Values> inputs) {
        var done = values.get(layer.output());
        if (done != null) {
            return done; // pooled with the convolution before it
        }
        var input = inputs.get(0);
        if (layer.operation().equals("Sum")) {
            var summands = inputs.stream().map(each -> real(each).name).toList();
            return new Values(nodes.add("Sum", summands), 0, input.channels);
        }
        return new Values(
                nodes.add(layer.operation(), List.of(input.name), layer.attributes()), input.scale, input.channels);
    }

    private Values real(Values given) {
        if (given.areReal()) {
            return given;
        }
        var inputs = List.of(given.name, nodes.real((float) given.scale), nodes.zero());
        return new Values(nodes.add("DequantizeLinear", inputs), 0, given.channels);
    }

    private String convolved(String input, Layer layer, Kernel kernel) {
        return nodes.add(
                "Conv",
                List.of(
                        input,
                        nodes.tensor(kernel.shape(), kernel.weights()),
                        nodes.tensor(new long[] {kernel.filters()}, kernel.biases())),
                layer.attributes());
    }

    private double scale(Layer layer) {
        return Math.max(1e-6, largest.getOrDefault(layer.output(), 0.0)) / LARGEST_VALUE;
    }
}
