package org.numberreader.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param sha256 of the weights as they were trained, by which a model is known
 * @param onnxSha256 of the same network as ONNX; null where it was not exported yet
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
        String sha256,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String onnxSha256) {

    /** Whether the network knows "not a digit" besides the ten digits. */
    public boolean knowsNone() {
        return classes > 10;
    }

    /** The same with another ONNX file. */
    public ModelCard withOnnx(String sha) {
        return new ModelCard(
                name,
                version,
                network,
                classes,
                parameters,
                normalisation,
                recipe,
                seed,
                dataSha256,
                epoch,
                validation,
                test,
                temperature,
                sha256,
                sha);
    }
}
