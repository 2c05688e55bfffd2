package org.numberreader.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** The packaged program serving in a process of its own, as it is deployed. */
final class PackagedService implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path log;
    private final int port;

    private PackagedService(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts it on free ports and waits until it is ready. */
    static PackagedService start() throws IOException {
        int port = freePort();
        int management = freePort();
        var log = Files.createTempFile("service", ".log");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.port=" + management,
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var service = new PackagedService(process, log, port);
        try {
            service.awaitReady(URI.create("http://localhost:" + management + "/q/health/ready"));
        } catch (Throwable e) {
            service.close();
            throw e;
        }
        return service;
    }

    /** Where callers ask. */
    int port() {
        return port;
    }

    /** What it has said so far. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** What a cluster does first when it takes a pod away. */
    void terminate() {
        process.destroy();
    }

    /** Its exit code; fails where it does not come to an end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end");
        }
        return process.exitValue();
    }

    private void awaitReady(URI probe) throws IOException {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(probe).build();
        try {
            await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .failFast("it has ended", () -> !process.isAlive())
                    .ignoreExceptionsInstanceOf(IOException.class) // it is still starting
                    .until(() -> client.send(request, BodyHandlers.discarding()).statusCode() == 200);
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            throw new AssertionError("not ready: " + Files.readString(log), e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.delete(log);
    }
}
