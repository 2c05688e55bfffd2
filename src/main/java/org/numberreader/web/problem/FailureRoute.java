package org.numberreader.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.numberreader.web.access.TooOftenException;
import org.numberreader.web.access.UnauthorizedException;
import org.numberreader.web.gate.UploadConfig;
import org.numberreader.web.gate.WebConfig;

/** Answers with problems what fails before JAX-RS is asked, and what it does not map. */
@Singleton
public class FailureRoute {
    /** Just before Quarkus' own handler, which is the last. */
    private static final int ORDER = Integer.MAX_VALUE - 1;

    private final Problems problems;
    private final ObjectMapper json;
    private final WebConfig config;
    private final UploadConfig uploads;

    public FailureRoute(Problems problems, ObjectMapper json, WebConfig config, UploadConfig uploads) {
        this.problems = problems;
        this.json = json;
        this.config = config;
        this.uploads = uploads;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).failureHandler(this::answer);
    }

    private void answer(RoutingContext request) {
        var response = request.response();
        if (response.headWritten() || response.closed()) {
            request.next();
            return;
        }
        var problem = problem(request);
        response.setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (request.failure() instanceof UnauthorizedException) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        if (request.failure() instanceof TooOftenException failure) {
            response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(failure.secondsToWait()));
        }
        if (problem.status() == ProblemKind.OVERLOADED.status()) {
            response.putHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(config.retryAfter().toSeconds()));
        }
        try {
            response.end(Buffer.buffer(json.writeValueAsBytes(problem)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is plain text", e);
        }
        discard(request);
    }

    private Problem problem(RoutingContext request) {
        Throwable failure = request.failure();
        if (failure != null && isPageGone(failure)) {
            var status = HttpResponseStatus.SERVICE_UNAVAILABLE;
            return problems.plain(request, status.code(), status.reasonPhrase(), "The service is shutting down.");
        }
        int status = request.statusCode() < 0 ? 500 : request.statusCode();
        // Vert.x' router refuses what is no request of HTTP/1.1, and gives its reason as an exception of its own.
        boolean refused = status >= 400 && status < 500;
        if (failure != null && !(refused && ProblemKind.of(failure) == ProblemKind.INTERNAL)) {
            return problems.of(request, failure);
        }
        return problems.plain(
                request, status, HttpResponseStatus.valueOf(status).reasonPhrase(), "The request was refused.");
    }

    /** Vert.x deletes the page's unpacked files in a hook of its own, as soon as the process is to end. */
    private static boolean isPageGone(Throwable failure) {
        var trace = failure.getStackTrace();
        return failure instanceof IllegalStateException
                && trace.length > 0
                && trace[0].getClassName().equals("io.vertx.core.file.impl.FileCache");
    }

    /** A client that sends all of its body before it looks for an answer gets it; but not for ever. */
    private void discard(RoutingContext request) {
        var http = request.request();
        if (http.isEnded()) {
            return;
        }
        long timer = request.vertx()
                .setTimer(uploads.time().toMillis(), late -> http.connection().close());
        http.handler(ignored -> {});
        http.exceptionHandler(broken -> request.vertx().cancelTimer(timer));
        http.endHandler(end -> request.vertx().cancelTimer(timer));
        http.resume();
    }
}
