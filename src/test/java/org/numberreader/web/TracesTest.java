package org.numberreader.web;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasKey;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TracesTest {
    private final InMemorySpanExporter exported;
    private final OpenTelemetry telemetry;

    TracesTest(InMemorySpanExporter exported, OpenTelemetry telemetry) {
        this.exported = exported;
        this.telemetry = telemetry;
    }

    @Test
    void goOnFromTheCallersThroughTheReadingToItsSteps() {
        var spans = spans("4bf92f3577b34da6a3ce929d0e0e4736", Pictures.sample());

        var request = span(spans, "POST /predict");
        var reading = span(spans, "reading");
        assertThat(request.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(reading.getParentSpanId()).isEqualTo(request.getSpanId());
        long since = reading.getStartEpochNanos();
        for (String step : new String[] {"wait", "decode", "segment", "classify"}) {
            var span = span(spans, step);
            assertThat(span.getParentSpanId()).as(step).isEqualTo(reading.getSpanId());
            // Instants are exact to a microsecond, and millis to a hundredth.
            assertThat(span.getStartEpochNanos()).as(step).isGreaterThan(since - 100_000);
            assertThat(span.getEndEpochNanos())
                    .as(step)
                    .isBetween(span.getStartEpochNanos(), reading.getEndEpochNanos());
            since = span.getEndEpochNanos();
        }
        assertThat(reading.getAttributes().get(AttributeKey.longKey("picture.width")))
                .isEqualTo(640);
        assertThat(reading.getAttributes().get(AttributeKey.longKey("picture.numbers")))
                .isEqualTo(1);
    }

    @Test
    void tellWhatWasWrongWithAPicture() {
        var spans = spans("5bf92f3577b34da6a3ce929d0e0e4736", Pictures.truncatedJpeg());

        assertThat(span(spans, "reading").getAttributes().get(AttributeKey.stringKey("error.type")))
                .isEqualTo("CorruptImageException");
        assertThat(spans).doesNotContainKey("decode");
    }

    private static SpanData span(Map<String, SpanData> spans, String name) {
        return requireNonNull(spans.get(name), () -> name + " is none of " + spans.keySet());
    }

    /** The spans of a request under the caller's trace, when the last of them, the request's own, has ended. */
    private Map<String, SpanData> spans(String trace, byte[] picture) {
        given().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body(picture)
                .post("/predict");
        return await("trace " + trace)
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> exported(trace), hasKey("POST /predict"));
    }

    private Map<String, SpanData> exported(String trace) {
        ((OpenTelemetrySdk) telemetry).getSdkTracerProvider().forceFlush().join(10, TimeUnit.SECONDS);
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(trace))
                .collect(toMap(SpanData::getName, Function.identity()));
    }
}
