package org.numberreader.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
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
        Sent.raw("/predict", Pictures.sample());
        Sent.raw("/predict", Pictures.gif());

        given().get(management.resolve("metrics"))
                .then()
                .statusCode(200)
                .body(containsString("numbers_step_seconds_count{step=\"segment\"}"))
                .body(containsString("numbers_pictures_total{outcome=\"read\"}"))
                .body(containsString("numbers_pictures_total{outcome=\"unsupported-format\"}"))
                .body(containsString("numbers_readings_running"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/metrics"})
    void isNotOnTheCallersPort(String path) {
        given().get(path).then().statusCode(404);
    }
}
