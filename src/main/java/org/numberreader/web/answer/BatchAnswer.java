package org.numberreader.web.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.numberreader.web.problem.Problem;

/** The answer of {@code /predict/batch}: each picture's own, in the order they were sent. */
@Schema(description = "As many results as pictures, in their order.")
public record BatchAnswer(List<Result> results) {
    public BatchAnswer {
        results = List.copyOf(results);
    }

    /** A reading, or the reason why there is none. */
    @Schema(name = "Result", description = "Either `reading` or `problem`.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            @Schema(description = "The file name as it was sent.")
            String name,

            @Nullable Prediction reading,
            @Nullable Problem problem) {}
}
