package org.numberreader.web.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What browsers may do with the answers: only what the page needs. */
@Singleton
public class SecurityHeaders {
    /** Before anything can answer. */
    private static final int ORDER = 9_900;

    private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    /** Swagger UI brings scripts and styles inside its page. */
    private static final String SWAGGER_UI = "default-src 'none'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, ORDER);
    }

    private static void add(RoutingContext request) {
        String path = request.normalizedPath();
        boolean swaggerUi = path != null && path.startsWith("/q/swagger-ui");
        request.response()
                .putHeader("Content-Security-Policy", swaggerUi ? SWAGGER_UI : PAGE)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer");
        request.next();
    }
}
