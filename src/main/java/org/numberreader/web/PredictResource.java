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
import org.numberreader.decoding.ReadPage;
import org.numberreader.decoding.Reading;
import org.numberreader.image.Mark;
import org.numberreader.web.answer.Prediction;
import org.numberreader.web.intake.Uploads;

/** The numbers in one picture. */
@Path("/predict")
@Blocking
public class PredictResource {
    private final Uploads uploads;
    private final PictureReader reader;

    public PredictResource(Uploads uploads, PictureReader reader) {
        this.uploads = uploads;
        this.reader = reader;
    }

    /** Reads one picture; as PNG or CSV where the caller would rather have that. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces({MediaType.APPLICATION_JSON, "image/png", "text/csv"})
    @Operation(
            operationId = "predict",
            summary = "Read the numbers in a picture",
            description =
                    "All pages of a document in one list, lines from top to bottom, numbers from left to right. A number's `value` is its digits alone,"
                            + " its `text` what is written: a minus, points, commas, a percent or currency sign. With `Accept: image/png` the answer is"
                            + " the picture itself with what was found drawn on it; of a document it is the first of the pages asked for. With `Accept: text/csv` it is the table's cells, a line for"
                            + " each row (RFC 4180): tables are separated by an empty line, numbers outside them are left out; where there is no"
                            + " table, it is a line for each line of numbers.")
    @APIResponse(
            responseCode = "200",
            description = "The numbers; an empty list where there are none",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Prediction.class)))
    public Response predict(@BeanParam ReadingQuery query, @Context HttpHeaders headers, @Context Request request) {
        var options = query.options();
        try (var body = uploads.received()) {
            byte[] bytes = uploads.one(headers, body).bytes();
            var wanted = Wanted.of(request, Wanted.JSON, Wanted.PNG, Wanted.CSV);
            return wanted.answer(
                    switch (wanted) {
                        case JSON -> json(reader.read(bytes, options));
                        case PNG -> reader.drawn(bytes, options, PredictResource::marks);
                        case CSV -> ReadPage.csv(reader.read(bytes, options).pages());
                    });
        }
    }

    private static Prediction json(TimedReading read) {
        return Prediction.of(read.pages(), read.model(), read.millis());
    }

    private static List<Mark> marks(Reading reading) {
        return reading.numbers().stream()
                .map(number -> new Mark(number.box(), number.text(), number.certain()))
                .toList();
    }
}
