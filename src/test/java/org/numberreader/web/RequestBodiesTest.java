package org.numberreader.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture may be sent in any of many ways: the answer is the same. */
@QuarkusTest
class RequestBodiesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "image/jpeg",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "text/plain;charset=utf-8",
                "no media type"
            })
    void givesTheSameAnswerWhateverTheContentTypeSays(String contentType) {
        var answer = Sent.raw("/predict", contentType, Pictures.sample());

        assertThat(numbers(answer)).isEqualTo(numbers(Sent.form("/predict", Pictures.sample())));
    }

    @Test
    void givesTheSameAnswerForBase64AndDataUrl() {
        String base64 = Base64.getEncoder().encodeToString(Pictures.sample()).replaceAll(".{76}", "$0\\\\n");

        var plain = Sent.json("/predict", "{\"name\": [1, {\"image\": 2}], \"image\": \"" + base64 + "\"}");
        var url = Sent.json("/predict", "{\"image\": \"data:image/png;base64," + base64 + "\"}");

        var expected = numbers(Sent.form("/predict", Pictures.sample()));
        assertThat(numbers(plain)).isEqualTo(expected);
        assertThat(numbers(url)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "bmp"})
    void readsOtherFormats(String format) {
        Sent.raw("/predict", Pictures.sample(format)).then().statusCode(200).body("numbers[0].value", is("1704"));
    }

    @Test
    void readsWebp() {
        Sent.raw("/predict", "image/webp", Pictures.sampleWebp())
                .then()
                .statusCode(200)
                .body("numbers[0].value", is("1704"));
    }

    static Stream<Arguments> wrapped() {
        String base64 = Base64.getEncoder().encodeToString(Pictures.sample());
        return Stream.of(
                arguments("a data URL", Pictures.text("data:image/png;base64," + base64)),
                arguments("a data URL in lines", Pictures.text(" data:;base64,\n" + lines(base64))),
                arguments("base64 text", Pictures.text(lines(base64))),
                arguments("base64 text without its padding", Pictures.text(base64.replace("=", ""))),
                arguments("gzip", gzip(Pictures.sample())),
                arguments("a data URL in gzip", gzip(Pictures.text("data:image/png;base64," + base64))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrapped")
    void unwrapsWhatNothingSaysIsWrapped(String what, byte[] body) {
        var expected = numbers(Sent.form("/predict", Pictures.sample()));
        assertThat(numbers(Sent.raw("/predict", body))).isEqualTo(expected);
        assertThat(numbers(Sent.form("/predict", body))).isEqualTo(expected);
        var batch = Sent.form("/predict/batch", body);
        assertThat(batch.<Object>path("results[0].reading.numbers")).isEqualTo(expected);
    }

    @Test
    void readsBodiesInGzip() {
        var expected = numbers(Sent.form("/predict", Pictures.sample()));
        String base64 = Base64.getEncoder().encodeToString(Pictures.sample());
        byte[] json = gzip(Pictures.text("{\"image\": \"" + base64 + "\"}"));
        assertThat(numbers(given().header("Content-Encoding", "gzip")
                        .contentType("application/json")
                        .body(json)
                        .post("/predict")))
                .isEqualTo(expected);
        var form = new ByteArrayOutputStream();
        form.writeBytes(Pictures.text("--edge\r\nContent-Disposition: form-data; name=\"image\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + lines(base64) + "\r\n--edge--\r\n"));
        for (byte[] body : List.of(form.toByteArray(), gzip(form.toByteArray()))) {
            assertThat(numbers(Sent.raw("/predict", "multipart/form-data; boundary=edge", body)))
                    .isEqualTo(expected);
        }
    }

    private static String lines(String base64) {
        return base64.replaceAll(".{76}", "$0\r\n");
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Object numbers(Response answer) {
        answer.then().statusCode(200);
        return answer.path("numbers");
    }
}
