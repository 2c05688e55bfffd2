package org.numberreader.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server refuses before any route is asked; said over bare sockets, since no client would send it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedRequestsIT {
    private static final String FINE = "GET /samples/1704.png HTTP/1.1\r\nHost: here\r\n\r\n";

    private final PackagedService service = PackagedService.start();

    MalformedRequestsIT() throws IOException {}

    @AfterAll
    void stop() throws IOException {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/predict?digits=4%", "/predict?digits=%zz", "/%zz", "/<script>", "//["})
    void refusesAnAddressThatIsNone(String address) throws IOException {
        try (var caller = new Caller(service.port())) {
            caller.send("POST " + address + " HTTP/1.1\r\nHost: here\r\nContent-Length: 0\r\n\r\n");
            assertThat(caller.status()).isEqualTo(400);

            caller.send(FINE);
            assertThat(caller.status()).as("on the same connection").isEqualTo(200);
        }
    }

    @Test
    void refusesWhatIsTooLongOrMakesNoSense() throws IOException {
        assertThat(once("GET /" + "a".repeat(5000) + " HTTP/1.1\r\nHost: here\r\n\r\n"))
                .isEqualTo(414);
        assertThat(once("GET / HTTP/1.1\r\nHost: here\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n"))
                .isEqualTo(431);
        assertThat(once("POST /predict HTTP/1.1\r\nHost: here\r\nContent-Length: many\r\n\r\n"))
                .isEqualTo(400);
        assertThat(once("POST /predict HTTP/1.1\r\nHost: here\r\nContent-Length: -5\r\n\r\n"))
                .isEqualTo(400);
        assertThat(once("GET / HTTP/1.1\r\nHost: here\r\nbad name: x\r\n\r\n")).isEqualTo(400);
        assertThat(once("GET / HTTP/one\r\nHost: here\r\n\r\n")).isEqualTo(400);
    }

    @Test
    void refusesHttp2() throws IOException {
        assertThat(once("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).isBetween(400, 499);
        assertThat(service.log()).doesNotContain("request failed");
    }

    @Test
    void closesTheConnectionOfABodyThatMakesNoSense() throws IOException {
        String head = "POST /predict HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (String body :
                List.of("zz\r\nxx\r\n0\r\n\r\n", "1\r\nx\r\n0\r\nX-Long: " + "a".repeat(200_000) + "\r\n\r\n")) {
            assertThat(untilTheEnd(head + body)).matches("(?s)(|HTTP/1.1 4.*)");
        }
        assertThat(once(FINE)).isEqualTo(200);
    }

    /** All that comes back until the connection is closed; nothing where that happens while the request is still being sent. */
    private String untilTheEnd(String request) throws IOException {
        try (var caller = new Caller(service.port())) {
            try {
                caller.send(request);
                return new String(caller.socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (SocketException closed) {
                return "";
            }
        }
    }

    private int once(String request) throws IOException {
        try (var caller = new Caller(service.port())) {
            caller.send(request);
            return caller.status();
        }
    }

    private static final class Caller implements AutoCloseable {
        private final Socket socket;

        Caller(int port) throws IOException {
            socket = new Socket("localhost", port);
            socket.setSoTimeout(20_000);
        }

        void send(String request) throws IOException {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** The next answer's status; its body is passed over. */
        int status() throws IOException {
            var in = socket.getInputStream();
            int status = Integer.parseInt(line(in).split(" ")[1]);
            int length = 0;
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String[] parts = line.split(": ?", 2);
                if (parts[0].equalsIgnoreCase("content-length")) {
                    length = Integer.parseInt(parts[1]);
                }
            }
            in.readNBytes(length);
            return status;
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
