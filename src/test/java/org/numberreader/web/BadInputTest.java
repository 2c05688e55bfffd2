package org.numberreader.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@QuarkusTest
class BadInputTest {
    private static final String FORM = "multipart/form-data; boundary=edge";

    static Stream<Arguments> badBodies() {
        return Stream.of(
                arguments("an empty body", "image/png", "", "no picture"),
                arguments("JSON without a picture", "application/json", "{\"picture\": \"\"}", "image"),
                arguments("JSON that is a list", "application/json", "[]", "image"),
                arguments("JSON cut short", "application/json", "{\"image\": \"iVBO", "not valid JSON"),
                arguments("JSON with an empty picture", "application/json", "{\"image\": \"\"}", "no picture"),
                arguments("broken base64", "application/json", "{\"image\": \"no*base64\"}", "base64"),
                arguments("a URL", "application/json", "{\"image\": \"data:image/png,x\"}", "base64"),
                arguments("a form without a boundary", "multipart/form-data", "--edge--", "boundary"),
                arguments("a boundary too long", "multipart/form-data; boundary=" + "e".repeat(9999), "-", "boundary"),
                arguments("an empty form", FORM, "--edge--\r\n", "no field"),
                arguments("a form of nothing", FORM, "", "no field"),
                arguments("a form of noise", FORM, "noise", "no field"),
                arguments("another field", FORM, part("file", "x") + "--edge--\r\n", "no field"),
                arguments(
                        "a file name that is badly encoded",
                        FORM,
                        part("image\"; filename=\"=?utf-8?B?Y?=", "x") + "--edge--\r\n",
                        "header"),
                arguments(
                        "JSON with two pictures",
                        "application/json",
                        "{\"image\": \"\", \"image\": \"\"}",
                        "more than"),
                arguments("an empty file", FORM, part("image", "") + "--edge--\r\n", "no picture"),
                arguments(
                        "two pictures",
                        FORM,
                        part("image", "x") + part("image", "y") + "--edge--\r\n",
                        "more than one picture"),
                arguments(
                        "an option in a form",
                        FORM,
                        part("digits", "4") + part("image", "x") + "--edge--\r\n",
                        "?digits"),
                arguments("an option in JSON", "application/json", "{\"digits\": 4, \"image\": \"\"}", "?digits"),
                arguments("a data URL of text", "image/png", "data:image/svg+xml,<svg/>", "base64"),
                arguments("a broken data URL", "image/png", "data:image/png;base64,no*base64", "base64"),
                arguments("a form cut in its headers", FORM, "--edge\r\nContent-Disp", "incomplete"),
                arguments("a form cut in its file", FORM, part("image", "x"), "incomplete"));
    }

    @AfterEach
    void readsOn() {
        Sent.readsTheSampleNext();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBodies")
    void refusesWhatHoldsNoPicture(String what, String contentType, String body, String detail) {
        isProblem(Sent.raw("/predict", contentType, Pictures.text(body)), 400).body("detail", containsString(detail));
    }

    @ParameterizedTest
    @CsvSource({
        "digits, 0",
        "digits, 65",
        "digits, 8-2",
        "digits, six",
        "digits, 2-",
        "digits, -6",
        "digits, 123456789012",
        "alternatives, -1",
        "alternatives, 11",
        "alternatives, many",
        "alternatives, 1.5",
        "alternatives, 99999999999",
        "signs, none",
        "signs, DIGITS",
        "rotation, 45",
        "rotation, -90",
        "polarity, dark",
        "polarity, AUTO",
        "polarity, no",
        "method, CLASSICAL",
        "method, textbook"
    })
    void namesTheParameterThatIsOutOfRange(String name, String value) {
        for (String path : new String[] {"/predict", "/segment", "/predict/batch"}) {
            isProblem(Sent.form(path + "?" + name + "=" + value, Pictures.sample()), 400)
                    .body("detail", containsString(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"digit=4", "Digits=4", "digits=4&digits=5", "crop=true", "page=1"})
    void namesTheParameterThatIsNotKnownOrGivenTwice(String query) {
        for (String path : new String[] {"/predict", "/segment", "/predict/batch"}) {
            isProblem(Sent.form(path + "?" + query, Pictures.sample()), 400)
                    .body("detail", containsString("Parameter " + query.split("=")[0] + " is"));
        }
        isProblem(Sent.form("/predict?crops=true", Pictures.sample()), 400).body("detail", containsString("crops"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"image\": \"\"}', application/json",
        "'--e\r\nContent-Disposition: form-data', multipart/form-data",
        "image=iVBORw0KGgo%3D, multipart/form-data",
        "<svg xmlns='http://www.w3.org/2000/svg'/>, SVG",
        "'PK\u0003\u0004', Archives"
    })
    void namesWhatWasSentInstead(String body, String named) {
        isProblem(Sent.raw("/predict", "text/plain", Pictures.text(body)), 415).body("detail", containsString(named));
    }

    @Test
    void refusesOtherPackings() {
        for (String path : new String[] {"/predict", "/predict/batch"}) {
            isProblem(
                            given().header("Content-Encoding", "br")
                                    .body(Pictures.sample())
                                    .post(path),
                            415)
                    .body("detail", containsString("gzip"));
        }
        byte[] damaged = {0x1f, (byte) 0x8b, 8, 0, 1};
        isProblem(Sent.raw("/predict", damaged), 422).body("detail", containsString("gzip"));
    }

    @Test
    void refusesGzipThatUnpacksToMoreThanAPictureMayHave() throws java.io.IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(out)) {
            gzip.write(Pictures.pngOfBytes(10 * 1024 * 1024 + 1));
        }
        isProblem(Sent.raw("/predict", out.toByteArray()), 413).body("detail", containsString("unpack"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1", "no"})
    void namesCropsThatIsNeitherTrueNorFalse(String value) {
        isProblem(Sent.form("/segment?crops=" + value, Pictures.sample()), 400).body("detail", containsString("crops"));
    }

    @Test
    void refusesTooManyPixelsByTheHeaderAlone() {
        isProblem(Sent.raw("/predict", Pictures.bomb()), 413).body("detail", containsString("20000 x 20000"));
    }

    @Test
    void refusesAnotherFormatWhateverItsNameSays() {
        isProblem(
                given().multiPart("image", "1704.png", Pictures.heic(), "image/png")
                        .post("/predict"),
                415);
        isProblem(Sent.raw("/predict", "image/png", Pictures.heic()), 415);
    }

    @Test
    void refusesATruncatedJpeg() {
        isProblem(Sent.raw("/predict", Pictures.truncatedJpeg()), 422);
    }

    @Test
    void refusesAJpegWhoseDataEndBeforeItsEndMarker() {
        byte[] cut = Pictures.truncatedJpeg();
        byte[] ended = java.util.Arrays.copyOf(cut, cut.length + 2);
        ended[cut.length] = (byte) 0xff;
        ended[cut.length + 1] = (byte) 0xd9;

        isProblem(Sent.raw("/predict", ended), 422);
    }

    @Test
    void answersAProblemWhereAPictureWasWanted() {
        isProblem(given().accept("image/png").body(Pictures.truncatedJpeg()).post("/predict"), 422);
    }

    @Test
    void refusesAnAcceptHeaderThatMakesNoSense() {
        for (String path : new String[] {"/predict", "/segment"}) {
            isProblem(given().header("Accept", "*/*;q=").body(Pictures.sample()).post(path), 400)
                    .body("detail", containsString("Accept"));
        }
    }

    @Test
    void refusesABatchWithABadlyEncodedFileName() {
        String form = part("image\"; filename=\"=?utf-8?B?Y?=", "x") + "--edge--\r\n";
        isProblem(Sent.raw("/predict/batch", FORM, Pictures.text(form)), 400).body("detail", containsString("header"));
    }

    @Test
    void refusesJsonOfManyFields() {
        var json = new StringBuilder("{");
        for (int i = 0; i < 1000; i++) {
            json.append("\"f").append(i).append("\": 0, ");
        }
        isProblem(Sent.json("/predict", json + "\"image\": \"\"}"), 400)
                .body("detail", containsString("not valid JSON"));
    }

    @Test
    void answersUnknownPathsWithAProblem() {
        isProblem(given().get("/nothing/here"), 404);
    }

    @Test
    void answersOtherMethodsWithAProblem() {
        isProblem(given().get("/predict"), 405).header("Allow", containsString("POST"));
    }

    @Test
    void answersUnknownMediaTypesWithAProblem() {
        isProblem(
                given().accept("text/html")
                        .multiPart("image", "a", Pictures.sample())
                        .post("/predict"),
                406);
    }

    @Test
    void saysNothingOfItsOwnFaultsButWhereToFindThem() {
        var answer = given().get("/test/failure");

        isProblem(answer, 500)
                .body("detail", containsString(answer.getHeader("X-Request-Id")))
                .body(not(containsString(FailingResource.SECRET)))
                .body(not(containsString("Exception")));
    }

    static ValidatableResponse isProblem(Response answer, int status) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", is(status))
                .body("type", notNullValue())
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("instance", notNullValue())
                .body("requestId", is(answer.getHeader("X-Request-Id")));
    }

    private static String part(String name, String content) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"a.png\"\r\n\r\n" + content
                + "\r\n";
    }
}
