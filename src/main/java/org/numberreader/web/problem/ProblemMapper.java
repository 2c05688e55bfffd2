package org.numberreader.web.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.numberreader.web.gate.WebConfig;

/** Answers every failure with a problem, and with nothing else. */
@Singleton
public class ProblemMapper {
    private final Problems problems;
    private final WebConfig config;

    public ProblemMapper(Problems problems, WebConfig config) {
        this.problems = problems;
        this.config = config;
    }

    /** What JAX-RS itself refuses: unknown paths, methods, media types. */
    @ServerExceptionMapper
    public Response refused(WebApplicationException failure) {
        var status = failure.getResponse().getStatusInfo();
        if (status.getStatusCode() >= 500) {
            return failed(failure);
        }
        var problem = problems.plain(status.getStatusCode(), status.getReasonPhrase(), detail(status.getStatusCode()));
        var answer = answer(problem);
        if (status.getStatusCode() == 405) {
            answer.header(HttpHeaders.ALLOW, "POST, OPTIONS"); // every path of this service's own takes just these
        }
        return answer.build();
    }

    /** Everything else. */
    @ServerExceptionMapper
    public Response failed(Throwable failure) {
        var problem = problems.of(failure);
        var answer = answer(problem);
        if (problem.status() == ProblemKind.OVERLOADED.status()) {
            answer.header(HttpHeaders.RETRY_AFTER, config.retryAfter().toSeconds());
        }
        return answer.build();
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).entity(problem).type(Problem.MEDIA_TYPE);
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "No resource has this path. The OpenAPI document lists all paths.";
            case 405 -> "The method is not supported at this path. Use POST.";
            case 406 ->
                "None of the media types in the Accept header is supported. Supported: application/json; on /predict and"
                        + " /segment also image/png; on /predict also text/csv.";
            default -> "The request was refused.";
        };
    }
}
