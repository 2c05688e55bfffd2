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
import java.io.InputStream;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.numberreader.web.answer.BatchAnswer;
import org.numberreader.web.answer.BatchAnswer.Result;
import org.numberreader.web.answer.Prediction;
import org.numberreader.web.intake.BadRequestException;
import org.numberreader.web.intake.Upload;
import org.numberreader.web.intake.Uploads;
import org.numberreader.web.problem.Problems;

/** The numbers in many pictures. */
@Path("/predict/batch")
@Blocking
public class BatchResource {
    private final Uploads uploads;
    private final PictureReader reader;
    private final Problems problems;

    public BatchResource(Uploads uploads, PictureReader reader, Problems problems) {
        this.uploads = uploads;
        this.reader = reader;
        this.problems = problems;
    }

    /** Reads each picture as it arrives, so that only one of them is in memory. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "predictBatch",
            summary = "Read the numbers in many pictures",
            description =
                    "Results are in the order of the pictures. Each is a `reading` or a `problem`: a bad picture"
                            + " never spoils the others, and neither does a busy moment of the service. All documents together may have as many pages as one alone.")
    public BatchAnswer batch(@BeanParam ReadingQuery query, @Context HttpHeaders headers, InputStream body) {
        var options = query.options();
        var allowance = reader.allowance();
        var results = new ArrayList<Result>();
        uploads.forEach(headers, body, upload -> results.add(result(upload, options, allowance)));
        if (results.isEmpty()) {
            throw new BadRequestException("The batch has no pictures.");
        }
        return new BatchAnswer(results);
    }

    private Result result(Upload upload, ReadingOptions options, PageAllowance allowance) {
        try {
            var read = reader.read(upload.bytes(), options, allowance);
            return new Result(upload.name(), Prediction.of(read.pages(), read.model(), read.millis()), null);
        } catch (RuntimeException e) {
            return new Result(upload.name(), null, problems.of(e));
        }
    }
}
