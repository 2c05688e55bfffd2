package org.numberreader.web.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The picture of {@code {"image": "<base64 or data URL>"}}. */
final class JsonBody {
    // The body's own limit is the one that counts: no string can be longer.
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNestingDepth(16)
                    .build())
            .build();

    private JsonBody() {}

    /**
     * Reads the picture.
     *
     * @throws BadRequestException if the body is no such JSON, or its text no base64
     */
    static byte[] picture(InputStream body) throws IOException {
        String text;
        try (JsonParser json = JSON.createParser(body)) {
            text = image(json);
        } catch (JsonProcessingException e) {
            throw new BadRequestException("The body is not valid JSON.");
        }
        if (text == null) {
            throw new BadRequestException("The JSON body has no text field \"" + Multipart.FIELD + "\".");
        }
        return decoded(text);
    }

    private static @Nullable String image(JsonParser json) throws IOException {
        String image = null;
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = json.currentName().equals(Multipart.FIELD);
            if (json.nextToken() == JsonToken.VALUE_STRING && wanted) {
                image = json.getText();
            }
            json.skipChildren();
        }
        return image;
    }

    private static byte[] decoded(String text) {
        String base64 = text;
        if (text.startsWith("data:")) {
            int comma = text.indexOf(',');
            if (comma < 0 || !text.substring(0, comma).endsWith(";base64")) {
                throw new BadRequestException("The data URL is not a base64 one.");
            }
            base64 = text.substring(comma + 1);
        }
        try {
            // The base64 command breaks its lines; anything else that is not base64 is an error.
            return Base64.getDecoder().decode(base64.replace("\r", "").replace("\n", ""));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("The picture's base64 is broken.");
        }
    }
}
