package org.numberreader.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the server refuses before any route is asked; said over bare sockets, since no client would send it, to the
 * packaged program: its Main has a part in the answers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarlyErrorsIT {
    private static final String FINE = "GET /samples/1704.png HTTP/1.1\r\nHost: here\r\n\r\n";

    private final PackagedService service = PackagedService.start();

    EarlyErrorsIT() throws IOException, InterruptedException {}

    @AfterAll
    void stop() throws IOException {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/predict?digits=4%, 400, /predict",
        "/predict?digits=%zz, 400, /predict",
        "/%zz, 400, ''",
        "/<script>, 400, ''",
        "//[, 400, ''"
    })
    void answersAnAddressThatIsNone(String address, int status, String instance) throws IOException {
        try (var caller = new Caller(service.port())) {
            caller.send("POST " + address + " HTTP/1.1\r\nHost: here\r\nContent-Length: 0\r\n\r\n");
            isProblem(caller.answer(true), status, instance);

            caller.send(FINE);
            assertThat(caller.answer(true).status).as("on the same connection").isEqualTo(200);
        }
    }

    @Test
    void answersWhatIsTooLongOrMakesNoSense() throws IOException {
        isProblem(once("GET /" + "a".repeat(5000) + " HTTP/1.1\r\nHost: here\r\n\r\n"), 414, "");
        isProblem(once("GET / HTTP/1.1\r\nHost: here\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n"), 431, "");
        isProblem(once("POST /predict HTTP/1.1\r\nHost: here\r\nContent-Length: many\r\n\r\n"), 400, "");
        isProblem(once("POST /predict HTTP/1.1\r\nHost: here\r\nContent-Length: -5\r\n\r\n"), 400, "");
        isProblem(once("GET / HTTP/1.1\r\nHost: here\r\nbad name: x\r\n\r\n"), 400, "");
        isProblem(once("GET / HTTP/one\r\nHost: here\r\n\r\n"), 400, "");
    }

    @Test
    void answersAVersionThatIsNotSpoken() throws Exception {
        isLast("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, "*");
        isLast("GET / HTTP/2.0\r\nHost: here\r\n\r\n", 505, "/");
        assertThat(service.log()).doesNotContain("pseudo-header");
    }

    @Test
    void answersABodyThatMakesNoSense() throws IOException {
        String head = "POST /predict HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n";
        isLast(head + "zz\r\nxx\r\n0\r\n\r\n", 400, "/predict");
        isLast(head + "1;" + "a".repeat(1_000_000) + "\r\nx\r\n0\r\n\r\n", 400, "/predict");
        isLast(head + "1\r\nx\r\n0\r\nX-Long: " + "a".repeat(200_000) + "\r\n\r\n", 400, "/predict");
        isLast(head.replace("chunked", "gzip, chunked") + "1\r\nx\r\n0\r\n\r\n", 501, "/predict");
    }

    private void isLast(String request, int status, String instance) throws IOException {
        try (var caller = new Caller(service.port())) {
            caller.send(request);
            isProblem(caller.answer(true), status, instance);
            assertThat(caller.socket.getInputStream().read()).as("closed").isNegative();
        }
    }

    @Test
    void sendsNoBodyWhereNoneMayBe() throws IOException {
        try (var caller = new Caller(service.port())) {
            caller.send("HEAD /%zz HTTP/1.1\r\nHost: here\r\n\r\n");
            assertThat(caller.answer(false).status).isEqualTo(400);

            caller.send(FINE);
            assertThat(caller.answer(true).status).isEqualTo(200);
        }
    }

    @Test
    void keepsTheOrderOfRequestsSentTogether() throws IOException {
        try (var caller = new Caller(service.port())) {
            caller.send(FINE + "GET /%zz HTTP/1.1\r\nHost: here\r\n\r\n" + FINE);

            assertThat(caller.answer(true).status).isEqualTo(200);
            isProblem(caller.answer(true), 400, "");
            assertThat(caller.answer(true).status).isEqualTo(200);
        }
    }

    private Answer once(String request) throws IOException {
        try (var caller = new Caller(service.port())) {
            caller.send(request);
            return caller.answer(true);
        }
    }

    private static void isProblem(Answer answer, int status, String instance) throws IOException {
        assertThat(answer.status).isEqualTo(status);
        assertThat(answer.headers).containsEntry("content-type", "application/problem+json");
        var problem = new ObjectMapper().readTree(answer.body);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("instance").asText()).isEqualTo(instance);
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("requestId").asText()).isNotBlank().isEqualTo(answer.headers.get("x-request-id"));
    }

    private record Answer(int status, Map<String, String> headers, byte[] body) {}

    private static final class Caller implements AutoCloseable {
        private final Socket socket;

        Caller(int port) throws IOException {
            socket = new Socket("localhost", port);
            socket.setSoTimeout(20_000);
        }

        void send(String request) throws IOException {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        }

        Answer answer(boolean withBody) throws IOException {
            var in = socket.getInputStream();
            int status = Integer.parseInt(line(in).split(" ")[1]);
            var headers = new TreeMap<String, String>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String[] parts = line.split(": ?", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            return new Answer(status, headers, in.readNBytes(withBody ? length : 0));
        }

        private static String line(InputStream in) throws IOException {
            var line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                assertThat(next).as("the connection's end").isNotNegative();
                line.append((char) next);
            }
            return line.toString().stripTrailing();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
