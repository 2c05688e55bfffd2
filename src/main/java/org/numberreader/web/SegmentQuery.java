package org.numberreader.web;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.numberreader.web.intake.BadRequestException;

/** The query parameters of a reading, and whether the frames are wanted. */
public final class SegmentQuery extends ReadingQuery {
    @QueryParam("crops")
    @Parameter(
            description = "Whether each digit comes with the 28×28 frame that the network saw.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Nullable
    String crops;

    /**
     * Whether the frames are wanted.
     *
     * @throws BadRequestException if {@code crops} is neither true nor false
     */
    boolean wantsCrops() {
        if (crops == null || crops.isEmpty() || crops.equals("false")) {
            return false;
        }
        if (crops.equals("true")) {
            return true;
        }
        throw new BadRequestException("Parameter crops: true or false.");
    }
}
