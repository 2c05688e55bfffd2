package org.numberreader.web.operation;

import io.netty.channel.Channel;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.shutdown.ShutdownConfig;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Closes the door before the house: towards the end of the shutdown's delay the port refuses connections, which callers and
 * proxies try elsewhere, while those that are open are served on. Quarkus closes port and connections in one go as soon as
 * no request is under way, and whoever came in that instant would get no answer.
 */
@ApplicationScoped
class Leaving {
    /** Enough for a request to arrive whose connection has just been taken. */
    private static final Duration BEFORE_THE_END = Duration.ofMillis(500);

    private final Vertx vertx;
    private final int managementPort;

    Leaving(Vertx vertx, @ConfigProperty(name = "quarkus.management.port") int managementPort) {
        this.vertx = vertx;
        this.managementPort = managementPort;
    }

    void delayed(@Observes ShutdownDelayInitiatedEvent event, ShutdownConfig shutdown) {
        var delay = shutdown.delay().orElse(Duration.ZERO);
        if (delay.compareTo(BEFORE_THE_END) > 0) {
            vertx.setTimer(
                    delay.minus(BEFORE_THE_END).toMillis(),
                    timer -> ListenersExtension.LISTENERS.close(this::isCallers));
        }
    }

    /** Health and metrics are told to the end. */
    private boolean isCallers(Channel listener) {
        return listener.localAddress() instanceof InetSocketAddress address && address.getPort() != managementPort;
    }
}
