package org.numberreader.recognition;

import java.util.Map;

/**
 * What a model folder's {@code model.json} says: the network and the evidence for its weights.
 *
 * @param network the network's name, one of {@link DigitNetwork}
 * @param classes ten, or eleven with "not a digit"
 * @param parameters how many numbers were learnt
 * @param normalisation what is done to a frame's pixels before the network
 * @param recipe how it was trained
 * @param dataSha256 of the training pictures and labels as they were read
 * @param epoch the epoch whose weights these are, chosen on the validation pictures
 * @param temperature what logits are divided by before the softmax (Guo et al., 2017), fitted on the validation pictures
 * @param sha256 of the weights file
 */
public record ModelCard(
        String name,
        String version,
        String network,
        int classes,
        int parameters,
        String normalisation,
        Map<String, Object> recipe,
        long seed,
        String dataSha256,
        int epoch,
        Accuracy validation,
        Accuracy test,
        double temperature,
        String sha256) {}
