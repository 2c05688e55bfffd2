package org.numberreader.web.gate;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.shutdown.ShutdownConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.numberreader.image.ImageLimits;
import org.numberreader.image.TooLargeException;
import org.numberreader.web.gate.OverloadedException.Reason;

/**
 * Decides on a request before its body is read: whether it is too large, whether there is room for a reading, and
 * whether there is memory for the upload. A body with one picture then arrives without taking a thread.
 */
@Singleton
public class BodyGate {
    /** After the request has its id, before any resource. */
    private static final int ORDER = 8_000;

    private static final String BATCH = "/predict/batch";

    private final UploadConfig config;
    private final WebConfig web;
    private final ImageLimits limits;
    private final Admission admission;
    private final UploadBudget budget;
    private final Set<Incoming> incoming = ConcurrentHashMap.newKeySet();
    private final Set<ArrivingBatch> batches = ConcurrentHashMap.newKeySet();
    private final RefusalPace pace;
    private final AtomicInteger batchesTaken = new AtomicInteger();
    private volatile long refusesFrom = System.nanoTime() + Long.MAX_VALUE / 2;

    public BodyGate(UploadConfig config, WebConfig web, ImageLimits limits, Admission admission, UploadBudget budget) {
        this.config = config;
        this.web = web;
        this.limits = limits;
        this.admission = admission;
        this.budget = budget;
        this.pace = new RefusalPace(config.refusalsPerSecond());
    }

    /** Quarkus goes on serving for a while, so that balancers see that it is not ready; then what is new is refused. */
    void closing(@Observes ShutdownDelayInitiatedEvent event, ShutdownConfig shutdown) {
        refusesFrom = System.nanoTime() + shutdown.delay().orElse(Duration.ZERO).toNanos();
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, ORDER);
    }

    private void admit(RoutingContext request) {
        if (!HttpMethod.POST.equals(request.request().method())) {
            request.next();
            return;
        }
        if (request.normalizedPath().indexOf(';') >= 0) { // JAX-RS would overlook what follows: another path than here
            request.fail(404);
            return;
        }
        boolean batch = request.normalizedPath().startsWith(BATCH);
        var kind = BodyKind.of(request.request().getHeader(HttpHeaders.CONTENT_TYPE));
        long most = batch && kind == BodyKind.FORM ? web.batchBytes() : most(kind);
        long declared = declared(request);
        if (declared > most) {
            request.fail(TooLargeException.body(most));
        } else if (refusesFrom - System.nanoTime() < 0) {
            refuse(request, Reason.SHUTTING_DOWN, "The service is shutting down.");
        } else if (batch) {
            admitBatch(request);
        } else if (admission.isFull()) {
            refuse(request, Reason.QUEUE_FULL, "All readers are busy and the queue is full. Try again later.");
        } else {
            admitPicture(request, kind, declared, most);
        }
    }

    private void admitPicture(RoutingContext request, BodyKind kind, long declared, long most) {
        var share = budget.share((declared < 0 ? most : declared) * kind.copies());
        if (share.isEmpty()) {
            slowGiveUp();
            refuse(
                    request,
                    Reason.UPLOAD_MEMORY,
                    "Other uploads take all the memory that uploads may have. Try again later.");
            return;
        }
        var body = new Incoming[1];
        body[0] = new Incoming(request, share.get(), declared, most, () -> incoming.remove(body[0]));
        incoming.add(body[0]);
        body[0].receive(config.time().toMillis());
    }

    /** A batch is read while it arrives, one picture in memory after the other. */
    private void admitBatch(RoutingContext request) {
        if (batchesTaken.incrementAndGet() > config.batches()) {
            batchesTaken.decrementAndGet();
            batches.forEach(other -> other.giveUpIfSlow(config.slow()));
            refuse(request, Reason.BATCHES, "Too many concurrent batch requests. Try again later.");
            return;
        }
        var share = budget.share((long) limits.maxBytes() * BodyKind.FORM.copies());
        if (share.isEmpty()) {
            batchesTaken.decrementAndGet();
            slowGiveUp();
            refuse(
                    request,
                    Reason.UPLOAD_MEMORY,
                    "Other uploads take all the memory that uploads may have. Try again later.");
            return;
        }
        var batch = new ArrivingBatch();
        batches.add(batch);
        batch.leave(request);
        request.addEndHandler(ended -> {
            batches.remove(batch);
            batchesTaken.decrementAndGet();
            share.get().close();
        });
        request.next();
    }

    private void slowGiveUp() {
        incoming.forEach(other -> other.giveUpIfSlow(config.slow()));
        batches.forEach(other -> other.giveUpIfSlow(config.slow()));
    }

    private void refuse(RoutingContext request, Reason reason, String message) {
        request.request().pause();
        long pause = pace.join();
        // At shutdown each open request holds the end up.
        long timer = request.vertx()
                .setTimer(
                        reason == Reason.SHUTTING_DOWN ? 1 : pause,
                        waited -> request.fail(new OverloadedException(reason, message)));
        // Also when the caller goes before: whoever comes and goes must not be kept.
        request.addEndHandler(ended -> {
            pace.leave();
            request.vertx().cancelTimer(timer);
        });
    }

    private long most(BodyKind kind) {
        return switch (kind) {
            case BARE -> limits.maxBytes();
            case JSON -> config.jsonBytes();
            case FORM -> (long) limits.maxBytes() + config.framingBytes();
        };
    }

    /** Negative where the request does not say. */
    private static long declared(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return Long.parseLong(length);
        }
        return request.request().getHeader(HttpHeaders.TRANSFER_ENCODING) == null
                        && request.request().version() != io.vertx.core.http.HttpVersion.HTTP_2
                ? 0
                : -1;
    }
}
