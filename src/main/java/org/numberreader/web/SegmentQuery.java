package org.numberreader.web;

import jakarta.ws.rs.QueryParam;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.numberreader.decoding.Method;
import org.numberreader.web.intake.BadRequestException;
import org.numberreader.web.intake.OptionNames;

/** The query parameters of a reading, and what else is wanted of it. */
public final class SegmentQuery extends ReadingQuery {
    @QueryParam("crops")
    @Parameter(
            description = "Whether each digit comes with the 28×28 frame that the network saw.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Nullable
    String crops;

    @QueryParam("detail")
    @Parameter(
            description =
                    "`steps` also shows how the picture was read: its grey, the handwriting map, each line as the recogniser"
                            + " saw it with the likeliest symbols of its columns, and each step's time. Not with"
                            + " `method=classical`.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"steps"}))
    @Nullable
    String detail;

    @Override
    Set<String> known() {
        return OptionNames.SEGMENT;
    }

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
        throw new BadRequestException("Parameter crops: must be true or false.");
    }

    /**
     * Whether the steps are wanted.
     *
     * @throws BadRequestException if {@code detail} is something else, or the method has no steps to show
     */
    boolean wantsSteps() {
        if (detail == null || detail.isEmpty()) {
            return false;
        }
        if (!detail.equals("steps")) {
            throw new BadRequestException("Parameter detail: must be steps.");
        }
        if (method() == Method.CLASSICAL) {
            throw new BadRequestException(
                    "Parameter detail: the classical method has no steps. Omit detail," + " or use method=learned.");
        }
        return true;
    }
}
