package org.numberreader.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SIGTERM under load, without a balancer that hides anything. */
@Tag("load")
class ShutdownIT {
    private static final int CALLERS = 8;
    private static final int EXIT_CODE_OF_SIGTERM = 143;

    /** Before SIGTERM, so that all callers are in the middle of their calls when it comes. */
    private static final int ANSWERS = 5 * CALLERS;

    private final ConcurrentLinkedQueue<Integer> before = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> after = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> pages = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> reset = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicBoolean terminated = new AtomicBoolean();

    @Test
    void answersWhoeverItHasTakenAndRefusesOthers() throws Exception {
        byte[] picture = sample();
        var callers = Executors.newFixedThreadPool(CALLERS);
        try (var service = PackagedService.start();
                var slow = new Socket("localhost", service.port())) {
            sendHeadAndHalf(slow, picture);
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> callUntilRefused(service.port(), picture));
            }
            await("load").atMost(20, TimeUnit.SECONDS).until(before::size, size -> size >= ANSWERS);
            terminated.set(true);
            service.terminate();
            callers.shutdown();
            assertThat(callers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

            // Taken long before, and all the others have gone since.
            slow.getOutputStream().write(picture, picture.length / 2, picture.length - picture.length / 2);
            assertThat(new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .contains("\"value\":\"1704\"");
            assertThat(service.exitCode()).isEqualTo(EXIT_CODE_OF_SIGTERM);
        } finally {
            callers.shutdownNow();
        }

        assertThat(broken).isEmpty();
        assertThat(before).isNotEmpty().containsOnly(200);
        assertThat(after).as("it still serves while balancers do not know").contains(200);
        assertThat(after).as("later some may be sent away").isSubsetOf(200, 503);
        assertThat(pages)
                .as("the page too, or whoever wants it is sent away")
                .isNotEmpty()
                .isSubsetOf(200, 503);
        assertThat(refused).as("then the port refuses connections").hasValue(CALLERS);
        assertThat(reset).as("those that the system had not handed over yet").hasSizeLessThan(CALLERS);
    }

    private static void sendHeadAndHalf(Socket caller, byte[] picture) throws IOException {
        caller.setSoTimeout(60_000);
        var out = caller.getOutputStream();
        out.write(("POST /predict HTTP/1.1\r\nHost: here\r\nContent-Length: " + picture.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(picture, 0, picture.length / 2);
        out.flush();
    }

    private void callUntilRefused(int port, byte[] picture) {
        while (true) {
            boolean late = terminated.get();
            try {
                (late ? after : before).add(status(port, picture));
                if (late) {
                    pages.add(status(connection(port, "/")));
                }
            } catch (ConnectException e) {
                refused.incrementAndGet();
                return;
            } catch (SocketException e) {
                reset.add(e.toString());
            } catch (IOException e) {
                broken.add(e.toString());
            }
        }
    }

    private int status(int port, byte[] picture) throws IOException {
        var request = connection(port, "/predict");
        request.setRequestProperty("Content-Type", "image/png");
        request.setDoOutput(true);
        request.setFixedLengthStreamingMode(picture.length);
        try (var out = request.getOutputStream()) {
            out.write(picture);
        }
        return status(request);
    }

    private static HttpURLConnection connection(int port, String path) throws IOException {
        var url = URI.create("http://localhost:" + port + path).toURL();
        var request = (HttpURLConnection) url.openConnection();
        request.setReadTimeout(60_000);
        request.setRequestProperty("Connection", "close");
        return request;
    }

    private int status(HttpURLConnection request) throws IOException {
        int status = request.getResponseCode();
        try (InputStream body = status < 400 ? request.getInputStream() : request.getErrorStream()) {
            body.readAllBytes();
        }
        if (status == 503 && request.getHeaderField("Retry-After") == null) {
            broken.add("503 without Retry-After");
        }
        return status;
    }

    private static byte[] sample() throws IOException {
        try (var in = ShutdownIT.class.getResourceAsStream("/META-INF/resources/samples/1704.png")) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }
}
