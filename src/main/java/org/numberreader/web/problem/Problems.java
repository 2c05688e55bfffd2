package org.numberreader.web.problem;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.numberreader.web.gate.OverloadedException;

/** Turns failures into problems: for a whole answer or for one picture of a batch. Logs and counts them once. */
@Singleton
@Startup // its counters are there, at 0, before the first failure: a rate does not see what begins at 1
public class Problems {
    private static final String PICTURES = "numbers.pictures";
    private static final String REFUSALS = "numbers.refusals";
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final RoutingContext current;
    private final MeterRegistry metrics;

    /** @param current the current request, a proxy */
    public Problems(RoutingContext current, MeterRegistry metrics) {
        this.current = current;
        this.metrics = metrics;
        for (var kind : ProblemKind.values()) {
            if (kind.isOfPicture()) {
                metrics.counter(PICTURES, "outcome", kind.slug());
            }
            if (kind != ProblemKind.INTERNAL && kind != ProblemKind.OVERLOADED) {
                metrics.counter(REFUSALS, "reason", kind.slug());
            }
        }
        for (var reason : OverloadedException.Reason.values()) {
            metrics.counter(REFUSALS, "reason", reason.slug());
        }
    }

    /** The problem that a failure is for the current request. */
    public Problem of(Throwable failure) {
        return of(current, failure);
    }

    /** The problem that a failure of this service is; its message only where it is meant for the caller. */
    Problem of(RoutingContext request, Throwable failure) {
        var kind = ProblemKind.of(failure);
        String reason = failure instanceof OverloadedException overload
                ? overload.reason().slug()
                : kind.slug();
        // Who has gone was not sent away.
        boolean gone = failure instanceof OverloadedException overload
                && overload.reason() == OverloadedException.Reason.CALLER_GONE;
        if (kind.isOfPicture() && !gone) {
            metrics.counter(PICTURES, "outcome", kind.slug()).increment();
        }
        if (kind == ProblemKind.INTERNAL) {
            LOG.error("request failed", failure);
            String detail = "The service's log has the cause under request id " + RequestId.of(request) + ".";
            return problem(request, kind, detail);
        }
        metrics.counter(REFUSALS, "reason", reason).increment();
        String message = String.valueOf(failure.getMessage());
        // Hundreds a second where it is busy: a line for each would take from the readings, and the counter has them.
        LOG.logf(kind == ProblemKind.OVERLOADED ? Level.DEBUG : Level.INFO, "refused, %d: %s", kind.status(), message);
        return problem(request, kind, message);
    }

    /** A problem that HTTP itself has a name for. */
    Problem plain(RoutingContext request, int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, path(request), RequestId.of(request));
    }

    /** The same of the current request. */
    Problem plain(int status, String title, String detail) {
        return plain(current, status, title, detail);
    }

    private static Problem problem(RoutingContext request, ProblemKind kind, String detail) {
        return new Problem(kind.type(), kind.title(), kind.status(), detail, path(request), RequestId.of(request));
    }

    private static String path(RoutingContext request) {
        String path = request.normalizedPath();
        return path == null ? "" : path;
    }
}
