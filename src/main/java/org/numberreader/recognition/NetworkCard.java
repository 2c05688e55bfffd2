package org.numberreader.recognition;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code model.json} of a fully convolutional network says: the network and the evidence for its weights.
 *
 * @param classes in the order of the network's output
 * @param parameters how many numbers were learnt
 * @param normalisation what is done to a picture before the network
 * @param recipe how it was trained
 * @param dataSha256 of MNIST's training pictures and labels as they were read
 * @param epoch the last one: none was chosen
 * @param validation figures on pictures drawn from MNIST's validation digits
 * @param onnxSha256 of the weights as they are served
 * @param trainedSha256 of the weights as they were trained, which {@code validation} judges; null where they are served themselves
 */
public record NetworkCard(
        String name,
        String version,
        String network,
        List<String> classes,
        int parameters,
        String normalisation,
        Map<String, Object> recipe,
        long seed,
        String dataSha256,
        int epoch,
        Map<String, Double> validation,
        String onnxSha256,
        @Nullable String trainedSha256) {
    public NetworkCard {
        classes = List.copyOf(classes);
    }
}
