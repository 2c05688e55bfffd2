package org.numberreader.web;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.numberreader.image.ImageException;

/** A reading as a span, with one for its wait and for each of its steps. Where traces are off they go nowhere. */
@Singleton
class ReadingTrace {
    private final Tracer tracer;

    ReadingTrace(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Asked for on the request's thread, whose span is the reading's parent; to be run on any. */
    <T> Callable<T> of(Callable<T> reading) {
        var request = Context.current();
        var came = Instant.now();
        return () -> {
            var span = tracer.spanBuilder("reading")
                    .setParent(request)
                    .setStartTimestamp(came)
                    .startSpan();
            try (var current = span.makeCurrent()) {
                step("wait", came, Instant.now());
                return reading.call();
            } catch (ImageException e) {
                span.setAttribute(
                        "error.type", e.getClass().getSimpleName()); // the caller's error, none of the service
                throw e;
            } catch (Exception e) {
                span.setStatus(StatusCode.ERROR)
                        .setAttribute("error.type", e.getClass().getSimpleName());
                throw e;
            } finally {
                span.end();
            }
        };
    }

    /** The steps of the reading that this thread has just done, by the times that were taken anyway. */
    void steps(TimedPage timed) {
        var millis = timed.millis();
        var began = Instant.now().minus(nanos(millis.total()));
        var decoded = began.plus(nanos(millis.decode()));
        var segmented = decoded.plus(nanos(millis.segment()));
        step("decode", began, decoded);
        step("segment", decoded, segmented);
        step("classify", segmented, segmented.plus(nanos(millis.classify())));
        Span.current()
                .setAttribute("picture.width", timed.page().width())
                .setAttribute("picture.height", timed.page().height())
                .setAttribute(
                        "picture.numbers", timed.page().reading().numbers().size());
    }

    private void step(String name, Instant from, Instant to) {
        tracer.spanBuilder(name).setStartTimestamp(from).startSpan().end(to);
    }

    private static Duration nanos(double millis) {
        return Duration.ofNanos((long) (millis * 1e6));
    }
}
