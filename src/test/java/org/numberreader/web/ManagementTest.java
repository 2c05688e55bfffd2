package org.numberreader.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ManagementTest {
    private static final int PORT = 9001;

    @ParameterizedTest
    @ValueSource(strings = {"started", "live", "ready"})
    void isUp(String probe) {
        given().port(PORT).get("/q/health/" + probe).then().statusCode(200).body("status", is("UP"));
    }

    @Test
    void countsOutcomesAndTimesSteps() {
        Sent.raw("/predict", Pictures.sample());
        Sent.raw("/predict", Pictures.gif());

        given().port(PORT)
                .get("/q/metrics")
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
