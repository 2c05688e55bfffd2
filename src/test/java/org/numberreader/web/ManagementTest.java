package org.numberreader.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ManagementTest {
    @SuppressWarnings("NullAway.Init") // Quarkus sets it before each test
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @ParameterizedTest
    @ValueSource(strings = {"started", "live", "ready"})
    void isUp(String probe) {
        given().get(management.resolve("health/" + probe))
                .then()
                .statusCode(200)
                .body("status", is("UP"));
    }

    @Test
    void countsOutcomesAndTimesSteps() {
        String before = given().get(management.resolve("metrics")).asString();
        Sent.raw("/predict", Pictures.sample());
        Sent.raw("/predict", Pictures.heic());
        String after = given().get(management.resolve("metrics")).asString();

        assertThat(List.of(
                        "numbers_step_seconds_count{step=\"segment\"}",
                        "numbers_pictures_total{outcome=\"read\"}",
                        "numbers_pictures_total{outcome=\"unsupported-format\"}",
                        "numbers_refusals_total{reason=\"unsupported-format\"}"))
                .allSatisfy(name -> assertThat(value(after, name)).as(name).isEqualTo(value(before, name) + 1));
        assertThat(after).contains("numbers_readings_running");
    }

    /** A rate does not see what begins at 1. */
    @Test
    void countsFromZero() {
        String metrics = given().get(management.resolve("metrics")).asString();

        assertThat(metrics)
                .contains("numbers_pictures_total{outcome=\"internal\"}")
                .contains("numbers_refusals_total{reason=\"deadline\"}")
                .contains("numbers_queue_wait_seconds_sum");
    }

    private static double value(String metrics, String series) {
        return metrics.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line ->
                        Double.parseDouble(line.substring(series.length() + 1).replaceFirst(" #.*", "")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsOfMemoryThatJavaDoesNotSee() {
        Sent.raw("/predict", Pictures.sample());
        Sent.raw("/predict", Pictures.truncatedJpeg());

        String metrics = given().get(management.resolve("metrics")).asString();

        assertThat(gauge(metrics, "numbers_natives_matrices"))
                .as("nothing is read now")
                .isZero();
        assertThat(gauge(metrics, "numbers_memory_resident_bytes")).isGreaterThan(100e6);
    }

    private static double gauge(String metrics, String name) {
        var line = Pattern.compile("(?m)^" + name + "(?:\\{.*})? (\\S+)$").matcher(metrics);
        assertThat(line.find()).as(name).isTrue();
        return Double.parseDouble(line.group(1));
    }

    /** What dashboard, alerts and autoscaler ask for by names of the service or of Java. */
    @Test
    void exposesWhatTheClusterAsksFor() throws IOException {
        Sent.raw("/predict", Pictures.sample());
        Sent.raw("/predict", Pictures.heic());
        String metrics = given().get(management.resolve("metrics")).asString();
        var asked = new TreeSet<String>();
        for (String file : List.of(
                "monitoring/dashboard.json",
                "monitoring/prometheusrule.yaml",
                "monitoring/prometheus-adapter.yaml",
                "overlays/production/horizontalpodautoscaler.yaml")) {
            Pattern.compile("\\b(numbers|jvm|process|system)_[a-z_0-9]+")
                    .matcher(Files.readString(Path.of("k8s", file)))
                    .results()
                    .forEach(name -> asked.add(name.group()));
        }

        assertThat(asked)
                .hasSizeGreaterThan(6)
                .allSatisfy(name -> assertThat(metrics).containsPattern("(?m)^" + name + "(_sum)?[{ ]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/metrics"})
    void isNotOnTheCallersPort(String path) {
        given().get(path).then().statusCode(404);
    }
}
