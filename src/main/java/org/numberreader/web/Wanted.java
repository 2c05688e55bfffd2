package org.numberreader.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import org.numberreader.web.intake.BadRequestException;

/** Which of the answers a caller wants: JSON, the picture with what was found drawn on it, or the cells for a spreadsheet. */
final class Wanted {
    static final String PNG = "image/png";
    static final String CSV = "text/csv";

    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);

    private Wanted() {}

    static boolean png(Request request) {
        return chosen(request, MediaType.valueOf(PNG), MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(PNG));
    }

    static boolean csv(Request request) {
        return chosen(request, CSV_TYPE, MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(PNG), CSV_TYPE);
    }

    /** Whether of what there is this type is accepted most gladly; where several are as welcome, it is the first of them. */
    private static boolean chosen(Request request, MediaType wanted, MediaType... offered) {
        try {
            var chosen = request.selectVariant(Variant.mediaTypes(offered).build());
            return chosen != null && wanted.equals(chosen.getMediaType());
        } catch (IndexOutOfBoundsException e) { // RESTEasy's way to say that a parameter has no value
            throw new BadRequestException("The Accept header is malformed.");
        }
    }

    static Response answer(byte[] png) {
        return answer(png, PNG);
    }

    static Response answer(Object json) {
        return answer(json, MediaType.APPLICATION_JSON);
    }

    static Response csv(String rows) {
        return answer(rows, CSV + ";charset=UTF-8");
    }

    private static Response answer(Object entity, String type) {
        return Response.ok(entity, type).build();
    }
}
