package org.numberreader.web.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
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
