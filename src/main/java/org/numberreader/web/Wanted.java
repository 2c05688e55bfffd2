package org.numberreader.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.stream.Stream;
import org.numberreader.web.intake.BadRequestException;

/** The answers that a caller may want: JSON, the picture with what was found drawn on it, or the cells for a spreadsheet. */
enum Wanted {
    JSON(MediaType.APPLICATION_JSON),
    PNG("image/png"),
    CSV("text/csv");

    private final MediaType type;

    Wanted(String type) {
        this.type = MediaType.valueOf(type);
    }

    /**
     * Which of the answers that there are is accepted most gladly; where several are as welcome, it is the first of them.
     *
     * @throws BadRequestException if the Accept header makes no sense
     */
    static Wanted of(Request request, Wanted... offered) {
        var types = Stream.of(offered).map(wanted -> wanted.type).toArray(MediaType[]::new);
        try {
            var chosen = request.selectVariant(Variant.mediaTypes(types).build());
            return Stream.of(offered)
                    .filter(wanted -> chosen != null && wanted.type.equals(chosen.getMediaType()))
                    .findFirst()
                    .orElse(offered[0]);
        } catch (IndexOutOfBoundsException e) { // RESTEasy's way to say that a parameter has no value
            throw new BadRequestException("The Accept header is malformed.");
        }
    }

    /** An answer of this type. */
    Response answer(Object entity) {
        return Response.ok(entity, this == CSV ? type.withCharset("UTF-8") : type)
                .build();
    }
}
