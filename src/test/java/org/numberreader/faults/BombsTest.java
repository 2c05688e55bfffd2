package org.numberreader.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.numberreader.Encoded;

/** Small requests that would cost much: each gets its 4xx, and memory stays where it was. */
@Tag("slow")
@QuarkusTest
class BombsTest {
    private static final String RAW = "application/octet-stream";
    private static final String JSON = "application/json";

    /** Peak memory beside that of reading one picture at the limits. */
    private static final double MOST = 1.2;

    /** What a bomb may leave behind: reading one picture at the limits takes 25 MiB grey, and as much again on the way. */
    private static final long LEFT_MIB = 64;

    private static long peakOfALargePicture;

    /** The largest picture that is read. */
    @BeforeEach
    void readsOneAtTheLimits() throws Exception {
        if (peakOfALargePicture == 0) {
            byte[] largest = Encoded.png(new BufferedImage(5000, 5000, BufferedImage.TYPE_BYTE_GRAY));
            System.gc();
            Memory.forgetPeak();
            assertThat(sent(RAW, largest, "none").statusCode()).isEqualTo(200);
            peakOfALargePicture = Memory.peak();
        }
    }

    static Stream<Arguments> bombs() {
        var base64 = Base64.getEncoder();
        return Stream.of(
                Arguments.of("a PNG of 16,000 x 16,000", RAW, Bombs.png(), 413),
                Arguments.of("a JPEG of 16,000 x 16,000", RAW, Bombs.jpeg(), 413),
                Arguments.of("a WebP of 16,000 x 16,000", RAW, Bombs.webp(), 413),
                Arguments.of("a BMP of 16,000 x 16,000", RAW, Bombs.bmp(), 413),
                Arguments.of("a JPEG of 1,000 scans", RAW, Bombs.scans(), 422),
                Arguments.of("a transparent PNG of 5,000 x 5,000 with 16 bits", RAW, Bombs.deep(), 413),
                Arguments.of("a PNG with 256 MiB for 256 pixels", RAW, Bombs.inflating(), 422),
                Arguments.of(
                        "base64 of a bomb",
                        JSON,
                        text("{\"image\": \"" + base64.encodeToString(Bombs.png()) + "\"}"),
                        413),
                Arguments.of("nested JSON", JSON, text("{\"a\":" + "[".repeat(100_000)), 400),
                Arguments.of("nested objects", JSON, text("{\"image\":".repeat(100_000)), 400),
                Arguments.of("10,000 parts", "multipart/form-data; boundary=edge", parts(10_000), 413));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void refuses(String what, String type, byte[] body, int status) throws Exception {
        System.gc();
        long before = Memory.resident();
        Memory.forgetPeak();
        for (int i = 0; i < 3; i++) {
            assertThat(sent(type, body, "none").statusCode()).isEqualTo(status);
        }
        long peak = Memory.peak();
        assertThat(Memory.resident()).as("resident MiB").isLessThanOrEqualTo(before + LEFT_MIB);
        System.out.printf("%s: peak %d MiB, %d of a picture at the limits%n", what, peak, peakOfALargePicture);
        assertThat((double) peak).as("peak MiB").isLessThanOrEqualTo(MOST * peakOfALargePicture);
    }

    @Test
    void refusesAMegabyteOfHeaders() throws Exception {
        assertThat(sent(RAW, text("x"), "x".repeat(1 << 20)).statusCode()).isEqualTo(431);
    }

    private static java.net.http.HttpResponse<String> sent(String type, byte[] body, String header)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/predict"))
                .header("Content-Type", type)
                .header("X-Header", header)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofString());
    }

    private static byte[] parts(int count) {
        return text("--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n".repeat(count) + "--edge--\r\n");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
