package org.numberreader.web.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Gives every request an id: the caller's own where it is harmless, else a new one. */
@Singleton
public class RequestId {
    static final String HEADER = "X-Request-Id";
    private static final String KEY = "requestId";

    // What can neither break a log line nor fill it.
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** Before everything else, so that no answer is without. */
    private static final int FIRST = 10_000;

    void register(@Observes Filters filters) {
        filters.register(RequestId::assign, FIRST);
    }

    /** The id of a request. */
    static String of(RoutingContext request) {
        return String.valueOf((Object) request.get(KEY));
    }

    private static void assign(RoutingContext request) {
        String id = chosen(request.request().getHeader(HEADER));
        request.put(KEY, id);
        request.response().putHeader(HEADER, id);
        MDC.put(KEY, id);
        request.next();
    }

    private static String chosen(@Nullable String asked) {
        return asked != null && HARMLESS.matcher(asked).matches()
                ? asked
                : UUID.randomUUID().toString();
    }
}
