package org.numberreader.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import org.numberreader.web.intake.BadRequestException;

/** Which of the two answers a caller wants: JSON, or the picture with what was found drawn on it. */
final class Wanted {
    static final String PNG = "image/png";

    private Wanted() {}

    static boolean png(Request request) {
        var png = MediaType.valueOf(PNG);
        try {
            var chosen = request.selectVariant(
                    Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, png).build());
            return chosen != null && png.equals(chosen.getMediaType());
        } catch (IndexOutOfBoundsException e) { // RESTEasy's way to say that a parameter has no value
            throw new BadRequestException("The Accept header can not be understood.");
        }
    }

    static Response answer(byte[] png) {
        return answer(png, PNG);
    }

    static Response answer(Object json) {
        return answer(json, MediaType.APPLICATION_JSON);
    }

    private static Response answer(Object entity, String type) {
        return Response.ok(entity, type).build();
    }
}
