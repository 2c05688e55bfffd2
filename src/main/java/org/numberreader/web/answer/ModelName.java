package org.numberreader.web.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numberreader.recognition.ModelCard;
import org.numberreader.recognition.NetworkCard;

/** Which weights have read: enough to tell two answers of different deployments apart. */
@Schema(description = "The model that has read; `sha256` is that of its weights.")
public record ModelName(String name, String version, String sha256) {

    /** The card's identity. */
    public static ModelName of(NetworkCard card) {
        return new ModelName(card.name(), card.version(), card.onnxSha256());
    }

    /** The card's identity. */
    public static ModelName of(ModelCard card) {
        return new ModelName(card.name(), card.version(), card.sha256());
    }
}
