package org.numberreader.web.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is decided before a body is read, and what becomes of bodies that never end. */
@QuarkusTest
class BodyGateTest {
    private static final String SHORT_BATCH = "Content-Length: 6000000";
    private static final String BATCH = SHORT_BATCH + "\r\nContent-Type: multipart/form-data; boundary=edge";

    /** What a batch holds: the largest picture in its form, and taken out of it. */
    private static final long BATCH_BYTES = 2 * 10_485_760;

    /** What comes slowly is given up after a second, by the service's own clock. */
    private static final Duration TOO_LONG = Duration.ofMillis(1500);

    private final UploadBudget budget;

    BodyGateTest(UploadBudget budget) {
        this.budget = budget;
    }

    @AfterEach
    void nothingIsHeld() {
        awaitTaken(0);
    }

    @Test
    void refusesWhereUploadsHoldAllTheirMemory() {
        for (String path : new String[] {"/predict", "/segment", "/predict/batch"}) {
            try (var all = budget.share(Long.MAX_VALUE).orElseThrow()) {
                given().body(new byte[100])
                        .post(path)
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", is("2"))
                        .body("detail", containsString("memory"));
            }
        }
    }

    /** Each that finds no room waits for its 503, the longer the more there are. */
    @Test
    void countsNobodyThatHasGone() throws Exception {
        try (var all = budget.share(Long.MAX_VALUE).orElseThrow()) {
            var callers = new ArrayList<Socket>();
            for (int i = 0; i < 800; i++) {
                var caller = caller("Content-Length: 100");
                caller.shutdownOutput();
                callers.add(caller);
            }
            // The service ends its side of a connection when it has seen that the caller's has ended.
            for (var caller : callers) {
                caller.getInputStream().readAllBytes();
                caller.close();
            }
            long start = System.nanoTime();
            given().body(new byte[100]).post("/predict").then().statusCode(503);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void answersBeforeABodyIsSentThatIsTooLarge() throws IOException {
        try (var caller = caller("Content-Length: 1099511627776")) {
            assertThat(new String(caller.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void letsACallerThatAsksFirstSend() throws IOException {
        try (var caller = caller("Content-Length: 100", "Expect: 100-continue")) {
            assertThat(new String(caller.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 100");
        }
    }

    @Test
    void givesMemoryBackWhereACallerGoesInTheMiddle() throws Exception {
        try (var caller = caller("Content-Length: 5000000")) {
            caller.getOutputStream().write(new byte[1000]);
            caller.getOutputStream().flush();
            awaitTaken(5_000_000);
        }
    }

    @Test
    void givesMemoryBackWhereNothingTakesTheBody() {
        given().body(new byte[1000]).post("/nothing/here").then().statusCode(404);
        given().body(new byte[1000]).post("/predict?digits=none").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/predict;x/batch", "/predict/batch;x", "/;/predict/batch", "/predict;", "/segment;a=b"})
    void letsNoBodyInOnAPathThatTheResourcesReadInAnotherWay(String path) throws IOException {
        try (var caller = callerOf(path, "Content-Length: 1")) {
            assertThat(status(caller)).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/predict/batch",
                "/predict//batch",
                "//predict/batch",
                "/predict/batch/",
                "/predict/%62atch",
                "/predict/./batch",
                "/segment/../predict/batch",
                "/predict/batch?digits=4"
            })
    void countsEveryWayToABatchAsOne(String path) throws Exception {
        try (var caller = callerOf(path, "Content-Length: 1")) {
            awaitTaken(BATCH_BYTES);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/predict%2Fbatch",
                "/predict%2fbatch",
                "/Predict/Batch",
                "/predict/BATCH",
                "/predict\\batch",
                "/q/.."
            })
    void readsNothingWhereThereIsNoResource(String path) throws IOException {
        try (var caller = callerOf(path, "Content-Length: 1")) {
            caller.getOutputStream().write(1);
            assertThat(status(caller)).isIn(400, 404, 405);
        }
    }

    /** Two of them hold all the memory that there is, so a photo finds none; the next finds them gone. */
    @Test
    void endsBatchesThatComeSlowlyOnceOthersWantTheirMemory() throws Exception {
        try (var most = budget.share(budget.most() - 2 * BATCH_BYTES).orElseThrow();
                var one = callerOf("/predict/batch", BATCH);
                var other = callerOf("/predict/batch", BATCH)) {
            // A byte at each look; both are left alone as long as nobody wants their memory.
            await().pollInterval(Duration.ofMillis(100)).during(TOO_LONG).until(() -> {
                one.getOutputStream().write('x');
                other.getOutputStream().write('x');
                return budget.taken() == budget.most();
            });
            given().body(new byte[100]).post("/predict").then().statusCode(503);

            assertThat(status(one)).isEqualTo(408);
            assertThat(untilItsEnd(one)).contains(detail("problem-408"));
            assertThat(status(other)).isEqualTo(408);
            given().body(new byte[100]).post("/predict").then().statusCode(415);
        }
    }

    @Test
    void endsBatchesThatComeSlowlyOnceOthersWantTheirPlace() throws Exception {
        try (var one = callerOf("/predict/batch", SHORT_BATCH);
                var two = callerOf("/predict/batch", SHORT_BATCH);
                var three = callerOf("/predict/batch", SHORT_BATCH);
                var four = callerOf("/predict/batch", SHORT_BATCH)) {
            // Not a byte; all are left alone as long as nobody wants their place.
            await().during(TOO_LONG).until(() -> budget.taken() == 4 * BATCH_BYTES);
            given().body(new byte[100]).post("/predict/batch").then().statusCode(503);

            for (var caller : new Socket[] {one, two, three, four}) {
                assertThat(status(caller)).isEqualTo(408);
            }
            given().body(new byte[100]).post("/predict/batch").then().statusCode(200);
        }
    }

    private void awaitTaken(long bytes) {
        await().atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(budget::taken, is(bytes));
    }

    private static int status(Socket caller) throws IOException {
        String line = new String(caller.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        assertThat(line).startsWith("HTTP/1.1 ");
        return Integer.parseInt(line.substring(9));
    }

    /** The rest of an answer whose body is one JSON object. */
    private static String untilItsEnd(Socket caller) throws IOException {
        var answer = new StringBuilder();
        while (answer.indexOf("}") < 0) {
            answer.append((char) caller.getInputStream().readNBytes(1)[0]);
        }
        return answer.toString();
    }

    /** What an example of the API's description tells a caller. */
    private static String detail(String example) throws IOException {
        try (var in = BodyGateTest.class.getResourceAsStream("/openapi/" + example + ".json")) {
            return new ObjectMapper().readTree(in).get("detail").asText();
        }
    }

    private static Socket caller(String... headers) throws IOException {
        return callerOf("/predict", headers);
    }

    private static Socket callerOf(String path, String... headers) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(20_000);
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
