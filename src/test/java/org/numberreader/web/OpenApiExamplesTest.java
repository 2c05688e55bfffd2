package org.numberreader.web;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.numberreader.web.gate.Admission;
import org.numberreader.web.gate.WebConfig;

/**
 * The documented examples are what the service answers today. After a change that is meant, write them anew with
 * {@code mvn test -Dtest=OpenApiExamplesTest -DupdateExamples=true}.
 */
@QuarkusTest
class OpenApiExamplesTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN) // 0.0006, not 6.0E-4
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true)) // 1.0, not 1
            .build();
    private static final Path FOLDER = Path.of("src/main/resources/openapi");

    /** Other processors round differently in the last of the four decimals. */
    private static final double NEAR = 0.001;

    private final Admission admission;
    private final WebConfig config;

    OpenApiExamplesTest(Admission admission, WebConfig config) {
        this.admission = admission;
        this.config = config;
    }

    @Test
    void predictIsTrue() throws IOException {
        isTrue("predict", Sent.form("/predict", Pictures.sample()));
    }

    @Test
    void segmentIsTrue() throws IOException {
        isTrue("segment", Sent.form("/segment?crops=true", Pictures.sample()));
    }

    @Test
    void stepsAreTrue() throws IOException {
        isTrue("segment-steps", Sent.form("/segment?detail=steps", Pictures.smallSample()));
    }

    @Test
    void batchIsTrue() throws IOException {
        var request = given().multiPart("image", "1704.png", Pictures.sample());
        isTrue(
                "predictBatch",
                request.multiPart("image", "scan.heic", Pictures.heic()).post("/predict/batch"));
    }

    @Test
    void problemsAreTrue() throws IOException {
        isTrue("problem-400", Sent.form("/predict?alternatives=11", Pictures.sample()));
        isTrue("problem-406", given().accept("text/html").body("").post("/predict"));
        isTrue("problem-413", Sent.form("/predict", Pictures.bomb()));
        isTrue("problem-415", Sent.form("/predict", Pictures.heic()));
        isTrue("problem-422", Sent.form("/predict", Pictures.truncatedJpeg()));
        try (var busy = OverloadTest.Busy.filling(admission, config.waiting())) {
            isTrue("problem-503", Sent.form("/predict", Pictures.sample()));
        }
    }

    @Test
    void readmeIsTrue() throws IOException {
        var file = Path.of("README.md");
        String readme = Files.readString(file);
        String example = readme.substring(readme.indexOf("```json\n") + 8, readme.indexOf("\n```\n\nFrom Python"));
        var answer = JSON.readTree(
                Sent.form("/predict?alternatives=0", Pictures.sample()).asByteArray());
        if (Boolean.getBoolean("updateExamples") && !alike(JSON.readTree(example), answer)) {
            String anew = inFewLines(answer);
            readme = readme.replace(example, anew).replaceFirst("photos/1704\\.png,1704,1704,.*", row(answer));
            Files.writeString(file, readme);
            example = anew;
        }

        assertAlike(JSON.readTree(example), answer);
        assertThat(readme).contains(row(JSON.readTree(example)));
    }

    /** The same as the command line writes it. */
    private static String row(JsonNode answer) {
        var number = answer.at("/numbers/0");
        return Stream.of("/confidence", "/certain", "/box/x", "/box/y", "/box/width", "/box/height", "/page")
                .map(field -> number.at(field).asText())
                .collect(joining(",", "photos/1704.png,1704,1704,", ","));
    }

    /** A line for each digit and each field of the answer; no text in it has a comma or colon. */
    private static String inFewLines(JsonNode answer) throws IOException {
        return JSON.writeValueAsString(answer)
                .replace(",", ", ")
                .replace(":", ": ")
                .replaceAll(", (\"(numbers\": \\[\\{|lines|unread|pages|model|millis))", ",\n $1")
                .replaceAll(", (\"(box\": \\{[^}]*}, \"digits|signs))", ",\n   $1")
                .replace(", \"digits\"", ",\n   \"digits\"")
                .replaceAll("([\\[,]) ?(\\{\"digit\")", "$1\n     $2");
    }

    private static void isTrue(String name, Response answer) throws IOException {
        var file = FOLDER.resolve(name + ".json");
        var now = JSON.readTree(answer.asByteArray());
        if (Boolean.getBoolean("updateExamples") && !(Files.exists(file) && alike(JSON.readTree(file.toFile()), now))) {
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(now) + "\n");
        }
        assertAlike(JSON.readTree(file.toFile()), now);
    }

    private static void assertAlike(JsonNode example, JsonNode now) {
        assertThat(alike(example, now)).as("example %s, today %s", example, now).isTrue();
    }

    private static boolean alike(JsonNode example, JsonNode now) {
        return comparable(example.deepCopy()).equals(OpenApiExamplesTest::difference, comparable(now.deepCopy()));
    }

    /** Without what differs from one request to the next, and pictures whose last bits differ among processors. */
    private static JsonNode comparable(JsonNode answer) {
        for (String field : List.of("millis", "requestId")) {
            answer.findParents(field).forEach(parent -> blank((ObjectNode) parent, field));
        }
        for (String field : List.of("gray", "numbers", "other", "image", "frame")) {
            answer.findParents(field).stream()
                    .filter(parent -> parent.get(field).asText().startsWith("data:image/png"))
                    .forEach(parent -> blank((ObjectNode) parent, field));
        }
        return answer;
    }

    /** Each value there is becomes 0. */
    private static void blank(ObjectNode parent, String field) {
        if (parent.get(field) instanceof ObjectNode values) {
            values.fieldNames().forEachRemaining(name -> values.put(name, 0));
        } else {
            parent.put(field, 0);
        }
    }

    private static int difference(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return Math.abs(one.doubleValue() - other.doubleValue()) <= NEAR ? 0 : 1;
        }
        return one.equals(other) ? 0 : 1;
    }
}
