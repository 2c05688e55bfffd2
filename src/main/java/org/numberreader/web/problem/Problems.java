package org.numberreader.web.problem;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Turns failures into problems: for a whole answer or for one picture of a batch. Logs and counts them once. */
@Singleton
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final RoutingContext request;
    private final MeterRegistry metrics;

    /** @param request the current one, a proxy */
    public Problems(RoutingContext request, MeterRegistry metrics) {
        this.request = request;
        this.metrics = metrics;
    }

    /** The problem that a failure of this service is; its message only where it is meant for the caller. */
    public Problem of(Throwable failure) {
        var kind = ProblemKind.of(failure);
        metrics.counter("numbers.pictures", "outcome", kind.slug()).increment();
        if (kind == ProblemKind.INTERNAL) {
            LOG.error("request failed", failure);
            String detail = "The failure is logged under request id " + requestId() + ".";
            return problem(kind.type(), kind.title(), kind.status(), detail);
        }
        String message = String.valueOf(failure.getMessage());
        LOG.infof("refused, %d: %s", kind.status(), message);
        return problem(kind.type(), kind.title(), kind.status(), message);
    }

    /** A problem that HTTP itself has a name for. */
    public Problem plain(int status, String title, String detail) {
        return problem("about:blank", title, status, detail);
    }

    private Problem problem(String type, String title, int status, String detail) {
        return new Problem(type, title, status, detail, request.normalizedPath(), requestId());
    }

    private String requestId() {
        return RequestId.of(request);
    }
}
