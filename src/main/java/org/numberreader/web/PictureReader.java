package org.numberreader.web;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.numberreader.decoding.Explanation;
import org.numberreader.decoding.Method;
import org.numberreader.decoding.ReadPage;
import org.numberreader.decoding.Reader;
import org.numberreader.decoding.Reading;
import org.numberreader.decoding.ReadingConfig;
import org.numberreader.decoding.UprightReader;
import org.numberreader.document.BusyException;
import org.numberreader.document.Documents;
import org.numberreader.image.Mark;
import org.numberreader.image.Picture;
import org.numberreader.image.Turn;
import org.numberreader.web.answer.HowRead;
import org.numberreader.web.answer.Millis;
import org.numberreader.web.gate.Admission;
import org.numberreader.web.gate.OverloadedException;
import org.numberreader.web.gate.OverloadedException.Reason;
import org.numberreader.web.gate.WebConfig;

/** From bytes to a reading, when it is this picture's turn; measures each step. */
@Singleton
@Startup // its meters are there before the first picture
public class PictureReader {
    private static final String WAIT = "numbers.queue.wait";
    private static final String PICTURES = "numbers.pictures";
    private static final String STEP = "numbers.step";
    private static final String DIGITS = "numbers.digits";

    private final Documents documents;
    private final WebConfig config;
    private final Readers readers;
    private final Admission admission;
    private final MeterRegistry metrics;
    private final ReadingTrace trace;
    private final RoutingContext request;
    private final DistributionSummary confidence;

    /** @param request the current one, a proxy */
    public PictureReader(
            Documents documents,
            WebConfig config,
            ReadingConfig reading,
            Readers readers,
            Admission admission,
            MeterRegistry metrics,
            ReadingTrace trace,
            RoutingContext request) {
        this.documents = documents;
        this.config = config;
        this.readers = readers;
        this.admission = admission;
        this.metrics = metrics;
        this.trace = trace;
        this.request = request;
        this.confidence = DistributionSummary.builder("numbers.confidence")
                .serviceLevelObjectives(DoubleStream.of(0.5, reading.certain(), 0.95)
                        .filter(bound -> bound > 0)
                        .toArray())
                .register(metrics);
        metrics.timer(WAIT);
        metrics.summary(DIGITS);
        List.of("decode", "segment", "classify").forEach(step -> metrics.timer(STEP, "step", step));
        List.of("read", "nothing-found").forEach(outcome -> metrics.counter(PICTURES, "outcome", outcome));
    }

    /**
     * Reads a picture, or the pages of a document, each in a turn of its own.
     *
     * @throws org.numberreader.image.ImageException if the bytes are refused
     * @throws OverloadedException if there is no room
     */
    TimedReading read(byte[] bytes, ReadingOptions options) {
        return read(bytes, options, allowance());
    }

    /** What a request may have read of documents. */
    PageAllowance allowance() {
        return new PageAllowance(documents.maxPages(), config.documentTime());
    }

    /** The same within what the request has left; throws as {@link #read}. */
    TimedReading read(byte[] bytes, ReadingOptions options, PageAllowance allowance) {
        try (var pages = new PageTurns(documents, bytes, options.pages(), allowance)) {
            var read = new ArrayList<TimedPage>();
            do {
                read.add(inTurn(pages, () -> timed(pages, options, false)));
            } while (pages.hasNext());
            return TimedReading.of(read, readers.model(options.method()));
        }
    }

    /** Reads the first page that is wanted and draws what was found on it, as PNG; throws as {@link #read}. */
    byte[] drawn(byte[] bytes, ReadingOptions options, Function<Reading, List<Mark>> marks) {
        try (var pages = new PageTurns(documents, bytes, options.pages(), allowance())) {
            return inTurn(pages, () -> {
                var page = timed(pages, options, false).page();
                return pages.annotated(Turn.of(page.rotation()), marks.apply(page.reading()));
            });
        }
    }

    /** Reads by the learned method and tells how, of the first page; throws as {@link #read}. */
    TimedExplanation explained(byte[] bytes, ReadingOptions options) {
        try (var pages = new PageTurns(documents, bytes, options.pages(), allowance())) {
            var read = new ArrayList<TimedPage>();
            var first = inTurn(pages, () -> timed(pages, options, true));
            read.add(first);
            while (pages.hasNext()) {
                read.add(inTurn(pages, () -> timed(pages, options, false)));
            }
            var how = HowRead.of(Objects.requireNonNull(first.explanation()), first.millis());
            return new TimedExplanation(TimedReading.of(read, readers.model(Method.LEARNED)), how);
        }
    }

    /** When its turn comes, on another thread, where the current request is unknown. */
    private <T> T inTurn(PageTurns pages, Callable<T> reading) {
        var answer = request.response();
        long came = System.nanoTime();
        Callable<T> measured = () -> {
            metrics.timer(WAIT).record(Duration.ofNanos(System.nanoTime() - came));
            try {
                return pages.work(reading);
            } catch (BusyException e) {
                // As if there were no worker: what is begun with comes again, and waits outside of them.
                throw new OverloadedException(Reason.QUEUE_FULL, String.valueOf(e.getMessage()));
            }
        };
        return pages.isBegun()
                ? admission.runPatiently(trace.of(measured), answer::closed, pages.left())
                : admission.run(trace.of(measured), answer::closed);
    }

    private TimedPage timed(PageTurns pages, ReadingOptions options, boolean explained) {
        long start = System.nanoTime();
        int number = pages.next();
        Picture picture = pages.picture(options.polarity());
        double decode = millisSince(start);
        var explanations = new ArrayList<Explanation>();
        var upright = new UprightReader(explained ? explaining(explanations) : readers.of(options.method()))
                .read(picture, options.expected(), options.turn());
        var reading = upright.reading();
        var explanation = explanations.stream()
                .filter(other -> other.reading() == reading)
                .findFirst()
                .orElse(null);
        var millis = new Millis(decode, reading.segmentMillis(), reading.classifyMillis(), millisSince(start));
        var timed = new TimedPage(ReadPage.of(number, upright), millis, explanation);
        record(timed);
        return timed;
    }

    /** The learned reader, which keeps how it read. */
    private Reader explaining(List<Explanation> explanations) {
        return (picture, expected) -> {
            var explanation = readers.learned().explain(picture, expected);
            explanations.add(explanation);
            return explanation.reading();
        };
    }

    private void record(TimedPage timed) {
        record("decode", timed.millis().decode());
        record("segment", timed.millis().segment());
        record("classify", timed.millis().classify());
        trace.steps(timed);
        var reading = timed.page().reading();
        String outcome = reading.lines().isEmpty() ? "nothing-found" : "read";
        metrics.counter(PICTURES, "outcome", outcome).increment();
        var numbers = reading.numbers();
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
