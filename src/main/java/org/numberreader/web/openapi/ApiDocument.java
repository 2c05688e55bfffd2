package org.numberreader.web.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createExample;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createServer;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.numberreader.web.problem.Problem;

/** Adds to each operation what is the same for all of them: the bodies, the errors, and examples that are true. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDocument implements OASFilter {
    private static final Map<String, String> ERRORS = new TreeMap<>(Map.of(
            "400", "No picture, a broken body, or an option out of range, misspelt or in the body, which is named",
            "401", "The service asks for a token, and the request has none that is valid",
            "406", "None of the media types in the Accept header is supported",
            "408", "The body arrived too slowly",
            "413", "The body has too many bytes, the picture too many pixels, or the document too many pages",
            "415", "The first bytes are not those of a JPEG, PNG, WebP, BMP, GIF, TIFF or PDF",
            "422", "The picture is truncated or damaged, or the document encrypted",
            "429", "Too many requests by this client; try again after `Retry-After` seconds",
            "500", "Internal error; the log has its cause under the request id",
            "503", "All readers are busy, or the deadline passed; try again after `Retry-After` seconds"));

    /** The only fields that an answer may lack. */
    private static final Set<String> OPTIONAL = Set.of("frame", "steps", "reading", "problem");

    @Override
    public Operation filterOperation(Operation operation) {
        String name = operation.getOperationId();
        operation.setRequestBody(name.equals("predictBatch") ? Bodies.pictures() : Bodies.onePicture());
        Content answer = operation.getResponses().getAPIResponse("200").getContent();
        exemplify(name, answer.getMediaType("application/json"));
        if (!name.equals("predictBatch")) {
            answer.addMediaType("image/png", createMediaType().schema(Bodies.file()));
        }
        if (name.equals("predict")) {
            answer.addMediaType(
                    "text/csv",
                    createMediaType()
                            .schema(createSchema().addType(SchemaType.STRING))
                            .example("18,9.5,20\r\n17,,19\r\n"));
        }
        ERRORS.forEach(
                (status, description) -> operation.getResponses().addAPIResponse(status, error(status, description)));
        return operation;
    }

    private static void exemplify(String operation, MediaType json) {
        if (operation.equals("segment")) {
            json.addExample("places", createExample().value(Examples.named("segment")));
            json.addExample("steps", createExample().value(Examples.named("segment-steps")));
        } else {
            json.setExample(Examples.named(operation));
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        // Seen from the document's own address, so that Swagger UI finds the service behind any path prefix.
        document.addServer(createServer().url(".."));
        document.getComponents().getSchemas().values().forEach(schema -> {
            var required = new ArrayList<>(schema.getProperties().keySet());
            required.removeAll(OPTIONAL);
            schema.setRequired(required);
        });
    }

    private static APIResponse error(String status, String description) {
        var problem = createMediaType()
                .schema(createSchema().ref("#/components/schemas/Problem"))
                .example(Examples.named("problem-" + status));
        var response = createAPIResponse()
                .description(description)
                .content(createContent().addMediaType(Problem.MEDIA_TYPE, problem));
        if (status.equals("503")) {
            var seconds = createSchema().addType(SchemaType.INTEGER);
            response.addHeader(
                    "Retry-After", createHeader().description("seconds").schema(seconds));
        }
        return response;
    }
}
