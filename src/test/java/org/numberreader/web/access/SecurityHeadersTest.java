package org.numberreader.web.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SecurityHeadersTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/page.css", "/q/openapi", "/nothing/here", "/predict"})
    void allowsBrowsersOnlyWhatThePageNeeds(String path) {
        given().header("Origin", "https://elsewhere.example")
                .get(path)
                .then()
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("X-Content-Type-Options", is("nosniff"))
                .header("X-Frame-Options", is("DENY"))
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void standsOnceOnWhatIsRefused() {
        var bodies = Map.of(415, new byte[100], 422, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0, 0});
        bodies.forEach((status, body) -> {
            var answer =
                    given().contentType("application/octet-stream").body(body).post("/predict");
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().getValues("Content-Security-Policy")).hasSize(1);
            assertThat(answer.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        });
    }

    @Test
    void allowsSwaggerUiItsInlineScripts() {
        var headers =
                given().get("/q/swagger-ui/").then().statusCode(200).extract().headers();
        assertThat(headers.getValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("script-src 'self' 'unsafe-inline'");
        assertThat(headers.getValue("X-Frame-Options")).isEqualTo("DENY");
    }
}
