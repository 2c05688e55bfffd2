import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Run while the program or the image is built: starts the service, has it read its own sample picture some times and
 * stops it, so that Java's archive or cache knows what a start and a reading load and compile.
 *
 * <p>{@code java Rehearsal COMMAND...}, with the command that starts the service.
 */
class Rehearsal {
    private static final int READINGS = 50;
    private static final int PATIENCE = 120;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = freePort();
    private final int management = freePort();

    public static void main(String[] command) throws Exception {
        var rehearsal = new Rehearsal();
        Process service = rehearsal.start(List.of(command));
        try {
            rehearsal.awaitReady(service);
            rehearsal.read();
        } finally {
            service.destroy();
            if (!service.waitFor(PATIENCE, TimeUnit.SECONDS)) { // the cache is written now
                service.destroyForcibly();
            }
        }
    }

    private Process start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", String.valueOf(management));
        builder.environment().put("QUARKUS_SHUTDOWN_DELAY", "0s"); // there is no balancer to be told
        return builder.start();
    }

    private void awaitReady(Process service) throws InterruptedException {
        for (int i = 0; i < PATIENCE * 10 && service.isAlive(); i++) {
            try {
                if (send(get(management, "/q/health/ready")).length > 0) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("the service is not ready");
    }

    private void read() throws IOException, InterruptedException {
        byte[] picture = send(get(port, "/samples/1704.png"));
        byte[] jpeg = send(get(port, "/samples/1704.jpg"));
        for (int i = 0; i < READINGS; i++) {
            send(post("/predict", "image/png", picture));
            send(post("/predict", "image/jpeg", jpeg));
            send(post("/predict", "multipart/form-data; boundary=-", multipart(picture)));
        }
        send(post("/segment", "image/png", picture));
    }

    private static byte[] multipart(byte[] picture) {
        var out = new java.io.ByteArrayOutputStream();
        out.writeBytes("---\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n\r\n".getBytes());
        out.writeBytes(picture);
        out.writeBytes("\r\n-----\r\n".getBytes());
        return out.toByteArray();
    }

    private HttpRequest get(int at, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + at + path)).build();
    }

    private HttpRequest post(String path, String type, byte[] body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private byte[] send(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " answers " + answer.statusCode() + ": " + new String(answer.body()));
        }
        return answer.body();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
