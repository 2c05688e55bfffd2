package org.numberreader.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Spoilt HTTP bodies: each is answered in time, by no 500. The short form runs with {@code -Pslow}; the long one with
 * {@code -Dfuzz.bodies=20000}.
 */
@Tag("slow")
@QuarkusTest
class FuzzBodiesTest {
    private static final int BODIES = Integer.getInteger("fuzz.bodies", 500);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final String FORM = "multipart/form-data; boundary=edge";
    private static final List<String> PATHS = List.of("/predict", "/segment", "/predict/batch");

    /** Longer than the service's deadline: an answer that comes later hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private record Body(String type, byte[] bytes) {}

    @Test
    void answersEach() throws Exception {
        var seeds = seeds();
        var mutator = new Mutator(SEED);
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < BODIES; i++) {
            var body = mutator.anyOf(seeds);
            String type = mutator.oneIn(10) ? mutator.anyOf(seeds).type() : body.type();
            var request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + RestAssured.port + mutator.anyOf(PATHS)))
                    .header("Content-Type", type)
                    .timeout(PATIENCE)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(mutator.mutated(body.bytes())))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            assertThat(answer.statusCode())
                    .as("body %d of seed %d: %s", i, SEED, answer.body())
                    .isIn(200, 400, 413, 415, 422);
            assertThat(answer.body()).as("body %d of seed %d", i, SEED).doesNotContain("\"status\":500");
        }
        System.out.printf("%d bodies, seed %d: answers %s%n", BODIES, SEED, statuses);
    }

    private static List<Body> seeds() {
        var bodies = new ArrayList<Body>();
        for (byte[] picture : Seeds.pictures()) {
            String base64 = Base64.getEncoder().encodeToString(picture);
            bodies.add(new Body("application/octet-stream", picture));
            bodies.add(new Body("application/json", ascii("{\"image\": \"" + base64 + "\"}")));
            bodies.add(new Body(
                    "application/json", ascii("{\"note\": [1], \"image\": \"data:image/png;base64," + base64 + "\"}")));
            bodies.add(new Body(FORM, form(picture)));
        }
        return bodies;
    }

    private static byte[] form(byte[] picture) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ascii("--edge\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n--edge\r\n"
                + "Content-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n"));
        out.writeBytes(picture);
        out.writeBytes(ascii("\r\n--edge--\r\n"));
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
