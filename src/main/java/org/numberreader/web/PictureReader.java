package org.numberreader.web;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.numberreader.decoding.Method;
import org.numberreader.decoding.Reading;
import org.numberreader.image.ImageDecoder;
import org.numberreader.image.Mark;
import org.numberreader.image.Picture;
import org.numberreader.image.PictureWriter;
import org.numberreader.web.gate.Admission;

/** From bytes to a reading, when it is this picture's turn; measures each step. */
@Singleton
@Startup // its meters are there before the first picture
public class PictureReader {
    private static final String WAIT = "numbers.queue.wait";
    private static final String PICTURES = "numbers.pictures";
    private static final String STEP = "numbers.step";
    private static final String DIGITS = "numbers.digits";

    private final ImageDecoder decoder;
    private final PictureWriter writer;
    private final Readers readers;
    private final Admission admission;
    private final MeterRegistry metrics;
    private final ReadingTrace trace;
    private final RoutingContext request;
    private final DistributionSummary confidence;

    /** @param request the current one, a proxy */
    public PictureReader(
            ImageDecoder decoder,
            PictureWriter writer,
            Readers readers,
            Admission admission,
            MeterRegistry metrics,
            ReadingTrace trace,
            RoutingContext request) {
        this.decoder = decoder;
        this.writer = writer;
        this.readers = readers;
        this.admission = admission;
        this.metrics = metrics;
        this.trace = trace;
        this.request = request;
        this.confidence = DistributionSummary.builder("numbers.confidence")
                .serviceLevelObjectives(0.5, 0.87, 0.95) // 0.87: certain
                .register(metrics);
        metrics.timer(WAIT);
        metrics.summary(DIGITS);
        List.of("decode", "segment", "classify").forEach(step -> metrics.timer(STEP, "step", step));
        List.of("read", "nothing-found").forEach(outcome -> metrics.counter(PICTURES, "outcome", outcome));
    }

    /**
     * Reads one picture.
     *
     * @throws org.numberreader.image.ImageException if the bytes are refused
     * @throws org.numberreader.web.gate.OverloadedException if there is no room
     */
    TimedReading read(byte[] bytes, ReadingOptions options) {
        return inTurn(() -> timed(bytes, options));
    }

    /** Reads one picture and draws what was found on it, as PNG; throws as {@link #read}. */
    byte[] drawn(byte[] bytes, ReadingOptions options, Function<Reading, List<Mark>> marks) {
        return inTurn(
                () -> writer.annotated(bytes, marks.apply(timed(bytes, options).reading())));
    }

    /** Reads one picture by the learned method and tells how; throws as {@link #read}. */
    TimedExplanation explained(byte[] bytes, ReadingOptions options) {
        return inTurn(() -> {
            long start = System.nanoTime();
            Picture picture = decoder.decode(bytes, options.polarity());
            double decode = millisSince(start);
            var explanation = readers.learned().explain(picture, options.expected());
            return new TimedExplanation(
                    timed(start, picture, Method.LEARNED, explanation.reading(), decode), explanation);
        });
    }

    /** When its turn comes, on another thread, where the current request is unknown. */
    private <T> T inTurn(Callable<T> reading) {
        var answer = request.response();
        long came = System.nanoTime();
        Callable<T> measured = () -> {
            metrics.timer(WAIT).record(Duration.ofNanos(System.nanoTime() - came));
            return reading.call();
        };
        return admission.run(trace.of(measured), answer::closed);
    }

    private TimedReading timed(byte[] bytes, ReadingOptions options) {
        long start = System.nanoTime();
        Picture picture = decoder.decode(bytes, options.polarity());
        double decode = millisSince(start);
        var reading = readers.of(options.method()).read(picture, options.expected());
        return timed(start, picture, options.method(), reading, decode);
    }

    private TimedReading timed(long start, Picture picture, Method method, Reading reading, double decode) {
        var timed = TimedReading.of(picture, reading, readers.model(method), decode, millisSince(start));
        record(timed);
        return timed;
    }

    private void record(TimedReading timed) {
        record("decode", timed.millis().decode());
        record("segment", timed.millis().segment());
        record("classify", timed.millis().classify());
        trace.steps(timed);
        String outcome = timed.reading().lines().isEmpty() ? "nothing-found" : "read";
        metrics.counter(PICTURES, "outcome", outcome).increment();
        var numbers = timed.reading().numbers();
        metrics.summary(DIGITS)
                .record(numbers.stream()
                        .mapToInt(number -> number.value().length())
                        .sum());
        numbers.forEach(number -> confidence.record(number.confidence()));
    }

    private void record(String step, double millis) {
        metrics.timer(STEP, "step", step).record(Duration.ofNanos((long) (millis * 1e6)));
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
