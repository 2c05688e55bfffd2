package org.numberreader.web;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Requests as callers send them. */
final class Sent {
    private static final String RAW = "application/octet-stream";

    private Sent() {}

    static Response raw(String path, byte[] body) {
        return raw(path, RAW, body);
    }

    static Response raw(String path, String contentType, byte[] body) {
        return plain(contentType).body(body).post(path);
    }

    static Response form(String path, byte[] picture) {
        return given().multiPart("image", "1704.png", picture).post(path);
    }

    static Response json(String path, String body) {
        return plain("application/json").body(Pictures.text(body)).post(path);
    }

    /** The picture after a bad one: whatever has gone wrong, the service reads on. */
    static void readsTheSampleNext() {
        raw("/predict", Pictures.sample())
                .then()
                .statusCode(200)
                .body("numbers[0].value", org.hamcrest.Matchers.is("1704"));
    }

    /** Bytes go out as they are, under exactly that content type. */
    private static RequestSpecification plain(String contentType) {
        var encoder = EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs(contentType, ContentType.BINARY);
        return given().config(RestAssured.config().encoderConfig(encoder)).header("Content-Type", contentType);
    }
}
