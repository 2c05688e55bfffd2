package org.numberreader.web.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is decided before a body is read, and what becomes of bodies that never end. */
@QuarkusTest
class BodyGateTest {
    private static final String SHORT_BATCH = "Content-Length: 6000000";
    private static final String BATCH = SHORT_BATCH + "\r\nContent-Type: multipart/form-data; boundary=edge";

    private final UploadBudget budget;

    BodyGateTest(UploadBudget budget) {
        this.budget = budget;
    }

    @AfterEach
    void nothingIsHeld() throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (budget.taken() > 0 && System.nanoTime() < patience) {
            Thread.sleep(5);
        }
        assertThat(budget.taken()).isZero();
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
            for (int i = 0; i < 800; i++) {
                caller("Content-Length: 100").close();
            }
            Thread.sleep(500); // so that they have gone
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
            awaitTaken();
            assertThat(budget.taken()).isEqualTo(5_000_000);
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
            awaitTaken();
            assertThat(budget.taken()).isEqualTo(2 * 10_485_760);
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
        try (var most = budget.share(budget.most() - 2 * 20_971_520L).orElseThrow();
                var one = callerOf("/predict/batch", BATCH);
                var other = callerOf("/predict/batch", BATCH)) {
            for (int second = 0; second < 15; second++) {
                one.getOutputStream().write('x');
                other.getOutputStream().write('x');
                Thread.sleep(100);
            }
            given().body(new byte[100]).post("/predict").then().statusCode(503);

            assertThat(status(one)).isEqualTo(408);
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
            Thread.sleep(1500);
            given().body(new byte[100]).post("/predict/batch").then().statusCode(503);

            for (var caller : new Socket[] {one, two, three, four}) {
                assertThat(status(caller)).isEqualTo(408);
            }
            given().body(new byte[100]).post("/predict/batch").then().statusCode(200);
        }
    }

    private void awaitTaken() throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (budget.taken() == 0 && System.nanoTime() < patience) {
            Thread.sleep(5);
        }
    }

    private static int status(Socket caller) throws IOException {
        String line = new String(caller.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        assertThat(line).startsWith("HTTP/1.1 ");
        return Integer.parseInt(line.substring(9));
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
