package org.numberreader.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.numberreader.image.ImageLimits;

/** Bodies around the limits, sent as a stock client sends them: all of it, before it looks for an answer. */
@Tag("load")
@QuarkusTest
class BodyLimitTest {
    private final ImageLimits limits;

    BodyLimitTest(ImageLimits limits) {
        this.limits = limits;
    }

    @AfterEach
    void readsOn() {
        Sent.readsTheSampleNext();
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws Exception {
        assertThat(sent("image/png", BodyPublishers.ofByteArray(Pictures.pngOfBytes(limits.maxBytes()))))
                .isEqualTo(200);
    }

    @Test
    void refusesABodyOneByteOverThatSaysSo() throws Exception {
        assertThat(sent("image/png", BodyPublishers.ofByteArray(Pictures.pngOfBytes(limits.maxBytes() + 1))))
                .isEqualTo(413);
    }

    @Test
    void refusesAChunkedBodyOneByteOver() throws Exception {
        assertThat(sent("image/png", chunked(Pictures.pngOfBytes(limits.maxBytes() + 1))))
                .isEqualTo(413);
    }

    @Test
    void refusesABodyFarOver() throws Exception {
        assertThat(sent("image/png", chunked(Pictures.pngOfBytes(4 * limits.maxBytes()))))
                .isEqualTo(413);
        assertThat(sent("image/png", BodyPublishers.ofByteArray(Pictures.pngOfBytes(4 * limits.maxBytes()))))
                .isEqualTo(413);
    }

    @Test
    void allowsJsonForItsEncoding() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(Pictures.pngOfBytes(limits.maxBytes()));
        String tooMuch = Base64.getEncoder().encodeToString(Pictures.pngOfBytes(limits.maxBytes() + 1));

        assertThat(sent("application/json", json(base64))).isEqualTo(200);
        assertThat(sent("application/json", json(tooMuch))).isEqualTo(413);
    }

    @Test
    void allowsFormsForTheirFraming() {
        Sent.form("/predict", Pictures.pngOfBytes(limits.maxBytes())).then().statusCode(200);
        BadInputTest.isProblem(Sent.form("/predict", Pictures.pngOfBytes(limits.maxBytes() + 1)), 413);
    }

    private int sent(String contentType, BodyPublisher body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/predict"))
                .header("Content-Type", contentType)
                .version(HttpClient.Version.HTTP_1_1)
                .POST(body)
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("\"status\":" + answer.statusCode());
        }
        return answer.statusCode();
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static BodyPublisher json(String base64) {
        return BodyPublishers.ofString("{\"image\": \"" + base64 + "\"}");
    }
}
