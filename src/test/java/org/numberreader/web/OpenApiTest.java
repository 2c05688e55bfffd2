package org.numberreader.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OpenApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"/predict", "/segment", "/predict/batch"})
    void describesEveryWayIn(String path) {
        String operation = "paths['" + path + "'].post.";
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("info.title", is("Number Reader"))
                .body(
                        operation + "requestBody.content.keySet()",
                        hasItems("multipart/form-data", "image/png", "application/octet-stream", "application/json"))
                .body(operation + "parameters.name", hasItems("digits", "signs", "alternatives", "polarity", "method"))
                .body(
                        operation + "responses.keySet()",
                        hasItems("200", "400", "401", "406", "408", "413", "415", "422", "429", "500", "503"))
                .body(
                        operation + "responses['200'].content['application/json']." + example(path),
                        hasKey(is(key(path))))
                .body(operation + "responses['422'].content['application/problem+json'].example.status", is(422));
    }

    @Test
    void offersAFileChooser() {
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .body(
                        "paths['/predict'].post.requestBody.content['multipart/form-data'].schema.properties.image.format",
                        is("binary"));
    }

    @Test
    void isShownBySwaggerUi() {
        given().get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger"));
    }

    /** Behind a path prefix, which the service does not know. */
    @Test
    void swaggerUiHasRelativeAddressesAlone() {
        given().redirects()
                .follow(false)
                .get("/q/swagger-ui")
                .then()
                .statusCode(302)
                .header("Location", "swagger-ui/");
        given().get("/q/swagger-ui/").then().body(containsString("url: '../openapi'"));
        given().queryParam("format", "json").get("/q/openapi").then().body("servers.url", hasItems(".."));
    }

    @Test
    void showsTheStepsOfAReading() {
        String answer = "paths['/segment'].post.responses['200'].content['application/json'].";
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .body(answer + "examples.steps.value.steps.lines.size()", is(1))
                .body("components.schemas.Steps.required", hasItems("gray", "numbers", "other", "lines", "millis"))
                .body("components.schemas.StepsLine.required", hasItems("box", "image", "columns"));
    }

    @Test
    void describesWhatIsWritten() {
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .body("components.schemas.Number.required", hasItems("value", "text", "signs"))
                .body("components.schemas.Sign.required", hasItems("sign", "confidence", "box", "before"))
                .body("components.schemas.Prediction.required", hasItems("numbers", "lines", "unread", "tables"))
                .body("components.schemas.Cell.required", hasItems("row", "column", "text", "numbers", "box"))
                .body(
                        "components.schemas.Unread.properties.reason.enum",
                        hasItems("no number", "crossed out", "unsure"));
    }

    /** Only one operation has two examples. */
    private static String example(String path) {
        return path.equals("/segment") ? "examples.places.value" : "example";
    }

    private static String key(String path) {
        return switch (path) {
            case "/predict" -> "numbers";
            case "/segment" -> "lines";
            default -> "results";
        };
    }
}
