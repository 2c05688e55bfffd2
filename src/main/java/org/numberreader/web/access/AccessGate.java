package org.numberreader.web.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Lets requests for readings in: all of them unless there are tokens, any number of them unless there is a limit. */
@Singleton
public class AccessGate {
    private static final Logger LOG = Logger.getLogger(AccessGate.class);

    /** After the request has its id, before anything is decided on its body. */
    private static final int ORDER = 9_000;

    private static final String SCHEME = "bearer ";

    private final Optional<Tokens> tokens;
    private final Optional<RateLimit> limit;

    public AccessGate(AccessConfig config) {
        this.tokens = config.tokensFile().map(Tokens::new);
        this.limit = config.requestsPerMinute().isPresent()
                ? Optional.of(new RateLimit(config.requestsPerMinute().getAsInt(), config.burst()))
                : Optional.empty();
    }

    void start(@Observes StartupEvent event) {
        if (tokens.isEmpty()) {
            LOG.info(
                    "no authentication: numbers.access.tokens-file is not set, so everyone who reaches this service may use it");
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, ORDER);
    }

    /** The page, the API's description and preflights are for everyone; what is posted is to be read. */
    private void admit(RoutingContext request) {
        if (!HttpMethod.POST.equals(request.request().method())) {
            request.next();
            return;
        }
        // First, so that guessing tokens is limited too.
        long wait = limit.map(limited -> limited.secondsToWait(client(request))).orElse(0L);
        if (wait > 0) {
            request.fail(new TooOftenException(wait));
            return;
        }
        if (tokens.isPresent() && !tokens.get().accept(token(request))) {
            request.fail(new UnauthorizedException());
            return;
        }
        request.next();
    }

    private static String token(RoutingContext request) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : "";
    }

    /** The address: a token may be shared by many. Behind a proxy quarkus.http.proxy.* tells the true one. */
    private static String client(RoutingContext request) {
        return request.request().remoteAddress().hostAddress();
    }
}
