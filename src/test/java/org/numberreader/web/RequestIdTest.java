package org.numberreader.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestIdTest {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Test
    void comesBackAsItWasSent() {
        given().header("X-Request-Id", "scan-17_a.b:c")
                .post("/predict")
                .then()
                .header("X-Request-Id", "scan-17_a.b:c")
                .body("requestId", is("scan-17_a.b:c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "two words", "<script>", "0123456789012345678901234567890123456789012345678901234567890123x"
            })
    void isMadeAnewWhereItCouldDoHarm(String asked) {
        given().header("X-Request-Id", asked).post("/predict").then().header("X-Request-Id", matchesPattern(UUID));
    }

    @Test
    void isOnGoodAnswersToo() {
        Sent.raw("/predict", Pictures.blank()).then().header("X-Request-Id", matchesPattern(UUID));
    }
}
