package org.numberreader.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.numberreader.decoding.Reading;
import org.numberreader.image.Mark;
import org.numberreader.web.answer.HowRead;
import org.numberreader.web.answer.Segmentation;
import org.numberreader.web.intake.Uploads;

/** Where the digits of one picture are. */
@Path("/segment")
@Blocking
public class SegmentResource {
    private final Uploads uploads;
    private final PictureReader reader;

    public SegmentResource(Uploads uploads, PictureReader reader) {
        this.uploads = uploads;
        this.reader = reader;
    }

    /** Finds the digits of one picture; as PNG where the caller would rather see it. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces({MediaType.APPLICATION_JSON, "image/png"})
    @Operation(
            operationId = "segment",
            summary = "Find where the digits of a picture are",
            description = "Lines from top to bottom, digits from left to right, without their values;"
                    + " `detail=steps` shows how they were read. With `Accept: image/png` the answer is the picture itself with"
                    + " what was found drawn on it. Of a document both show the first of the pages asked for.")
    @APIResponse(
            responseCode = "200",
            description = "The places; an empty list where there are none",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Segmentation.class)))
    public Response segment(@BeanParam SegmentQuery query, @Context HttpHeaders headers, @Context Request request) {
        var options = query.options();
        boolean crops = query.wantsCrops();
        boolean steps = query.wantsSteps();
        try (var body = uploads.received()) {
            byte[] bytes = uploads.one(headers, body).bytes();
            if (Wanted.of(request, Wanted.JSON, Wanted.PNG) == Wanted.PNG) {
                return Wanted.PNG.answer(reader.drawn(bytes, options, SegmentResource::marks));
            }
            if (steps) {
                var explained = reader.explained(bytes, options);
                return Wanted.JSON.answer(answer(explained.reading(), crops, explained.how()));
            }
            return Wanted.JSON.answer(answer(reader.read(bytes, options), crops, null));
        }
    }

    private static Segmentation answer(TimedReading read, boolean crops, @Nullable HowRead how) {
        return Segmentation.of(read.pages(), crops, how, read.millis());
    }

    private static List<Mark> marks(Reading reading) {
        return reading.numbers().stream()
                .flatMap(number -> number.digits().stream().map(digit -> new Mark(digit.box(), "", number.certain())))
                .toList();
    }
}
