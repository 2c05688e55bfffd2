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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is decided before a body is read, and what becomes of bodies that never end. */
@QuarkusTest
class BodyGateTest {
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
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (budget.taken() == 0 && System.nanoTime() < patience) {
                Thread.sleep(5);
            }
            assertThat(budget.taken()).isEqualTo(5_000_000);
        }
    }

    @Test
    void givesMemoryBackWhereNothingTakesTheBody() {
        given().body(new byte[1000]).post("/nothing/here").then().statusCode(404);
        given().body(new byte[1000]).post("/predict?digits=none").then().statusCode(400);
    }

    private static Socket caller(String... headers) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(20_000);
        String head = "POST /predict HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
