package org.numberreader.web.openapi;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Redirects to Swagger UI by a relative address, which holds behind any path prefix: Quarkus' own is absolute. */
@Singleton
final class SwaggerUiAddress {
    void register(@Observes Router router) {
        router.get("/q/swagger-ui").order(-1).handler(SwaggerUiAddress::redirect);
    }

    private static void redirect(RoutingContext request) {
        if (request.normalizedPath().endsWith("/")) { // the route has it, too
            request.next();
            return;
        }
        request.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, "swagger-ui/")
                .end();
    }
}
