package org.numberreader.web.intake;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The picture of {@code {"image": "<base64 or data URL>"}}. */
final class JsonBody {
    /** Callers may send some fields more; names by the million would be kept, all of them. */
    private static final int MOST_TOKENS = 1000;

    // The body's own limit is the one that counts: no string can be longer.
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNestingDepth(16)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .build();

    // Line breaks may stand between quartets, as the base64 command writes them; padding may be left out.
    private static final Base64Variant BASE64 =
            Base64Variants.MIME_NO_LINEFEEDS.withReadPadding(Base64Variant.PaddingReadBehaviour.PADDING_ALLOWED);

    /** Longer than the head of any data URL of a picture. */
    private static final int LONGEST_HEAD = 256;

    private JsonBody() {}

    /**
     * Reads the picture. The text is decoded while it is parsed: no copy of it is made.
     *
     * @param body whose data URL's head, if any, is overwritten
     * @param most bytes of the picture; one more is kept, so that too many can be told
     * @throws BadRequestException if the body is no such JSON, or its text no base64
     */
    static byte[] picture(byte[] body, int most) throws IOException {
        byte[] picture;
        try (JsonParser json = JSON.createParser(body)) {
            picture = image(json, body, most);
        } catch (JsonProcessingException e) {
            throw new BadRequestException("The request body is not valid JSON.");
        }
        if (picture == null) {
            throw new BadRequestException("The JSON body has no text field \"" + Multipart.FIELD + "\".");
        }
        return picture;
    }

    private static byte @Nullable [] image(JsonParser json, byte[] body, int most) throws IOException {
        byte[] image = null;
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            OptionNames.requireNone(json.currentName());
            boolean wanted = json.currentName().equals(Multipart.FIELD);
            if (wanted && image != null) { // each costs room for a whole picture
                throw new BadRequestException("The JSON body has more than one field \"" + Multipart.FIELD + "\".");
            }
            if (json.nextToken() == JsonToken.VALUE_STRING && wanted) {
                blankHead(body, (int) json.currentTokenLocation().getByteOffset() + 1);
                image = decoded(json, new FirstBytes(most + 1, body.length / 4 * 3));
            }
            json.skipChildren();
        }
        return image;
    }

    /** Spaces are no part of base64: the parser, which has not come there yet, passes over them. */
    private static void blankHead(byte[] body, int text) {
        var start = new String(body, text, Math.min(LONGEST_HEAD, body.length - text), StandardCharsets.ISO_8859_1);
        if (!start.startsWith("data:")) {
            return;
        }
        int comma = start.indexOf(',');
        if (comma < 0 || !start.substring(0, comma).endsWith(";base64")) {
            throw new BadRequestException("The data URL is not encoded in base64.");
        }
        Arrays.fill(body, text, text + comma + 1, (byte) ' ');
    }

    private static byte[] decoded(JsonParser json, FirstBytes picture) throws IOException {
        try {
            json.readBinaryValue(BASE64, picture);
            return picture.bytes();
        } catch (JsonEOFException e) {
            throw e;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new BadRequestException("The picture's base64 is not valid.");
        }
    }
}
