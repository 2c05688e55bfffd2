package org.numberreader.training.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.numberreader.Defaults;
import org.numberreader.DrawnNumbers;
import org.numberreader.Encoded;
import org.numberreader.image.Polarity;
import org.numberreader.decoding.Expectation;
import org.numberreader.recognition.DigitModel;

/**
 * How the time of a reading grows with digits, with pixels and, of a running service, with connections: a table and a
 * chart of each.
 *
 * <p>{@code Growth FOLDER [URL PICTURE]}
 */
public final class Growth {
    private static final int LEAST_READINGS = 15;
    private static final double SECONDS = 3;

    /** Rounds of so many seconds before the first that counts. */
    private static final int WARMING = 5;

    private final Path folder;

    private Growth(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        var growth = new Growth(Files.createDirectories(Path.of(arguments[0])));
        if (arguments.length > 1) {
            growth.connections(URI.create(arguments[1]), Files.readAllBytes(Path.of(arguments[2])));
        } else {
            try (var model = Defaults.model()) {
                growth.digits(model);
                growth.pixels(model);
            }
        }
    }

    private void digits(DigitModel model) throws IOException {
        var counts = new ArrayList<Double>();
        var millis = new ArrayList<Double>();
        for (int digits : List.of(1, 2, 4, 8, 16, 24, 32, 48, 64)) {
            var lines = Collections.nCopies((digits + 7) / 8, "31415926".substring(0, Math.min(8, digits)));
            counts.add((double) digits);
            millis.add(millis(model, Encoded.png(new DrawnNumbers(7).numbers(lines, 40))));
        }
        write("digits", "digits in the picture", "milliseconds of one core", counts, millis);
    }

    private void pixels(DigitModel model) throws IOException {
        var page = new DrawnNumbers(7).numbers(List.of("869182", "4397", "497412", "787624"), 200);
        var counts = new ArrayList<Double>();
        var millis = new ArrayList<Double>();
        for (double megapixels : List.of(0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 12.0, 16.0, 24.0)) {
            double factor = Math.sqrt(megapixels * 1e6 / page.getWidth() / page.getHeight());
            counts.add(megapixels);
            millis.add(millis(model, Encoded.jpeg(scaled(page, factor))));
        }
        write("pixels", "megapixels of the JPEG", "milliseconds of one core", counts, millis);
    }

    private static BufferedImage scaled(BufferedImage page, double factor) {
        var scaled = DrawnNumbers.paper((int) (page.getWidth() * factor), (int) (page.getHeight() * factor));
        Graphics2D brush = scaled.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.drawImage(page, 0, 0, scaled.getWidth(), scaled.getHeight(), null);
        brush.dispose();
        return scaled;
    }

    /** The processor time of the middle one of many readings, after as many to warm up: other programs count little. */
    private static double millis(DigitModel model, byte[] picture) {
        var decoder = Defaults.decoder();
        var reader = Defaults.reader(model);
        var clock = ManagementFactory.getThreadMXBean();
        List<Double> times = List.of();
        for (int round = 0; round < 2; round++) {
            times = new ArrayList<>();
            long end = System.nanoTime() + (long) (SECONDS * 1e9);
            while (times.size() < LEAST_READINGS || System.nanoTime() < end) {
                long start = clock.getCurrentThreadCpuTime();
                reader.read(decoder.decode(picture, Polarity.AUTO), Expectation.ANY);
                times.add((clock.getCurrentThreadCpuTime() - start) / 1e6);
            }
        }
        Collections.sort(times);
        return times.get(times.size() / 2);
    }

    private void connections(URI service, byte[] picture) throws Exception {
        var counts = new ArrayList<Double>();
        var rates = new ArrayList<Double>();
        // A service that has just started compiles what it runs, on the same cores.
        for (int i = 0; i < WARMING; i++) {
            rate(service, picture, 8);
        }
        for (int connections : List.of(1, 2, 4, 8, 16, 32, 64)) {
            counts.add((double) connections);
            rates.add(rate(service, picture, connections));
        }
        write("connections", "callers at once", "readings a second", counts, rates);
    }

    /** Answers with a reading, per second; what the service refuses because it is full is not one. */
    private static double rate(URI service, byte[] picture, int connections) throws Exception {
        var callers = Executors.newFixedThreadPool(connections);
        // One for all: a client has threads of its own, and they are on the cores that are measured.
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        long end = System.nanoTime() + (long) (SECONDS * 1e9);
        try {
            Callable<Integer> caller = () -> answers(client, service, picture, end);
            int answers = 0;
            for (var count : callers.invokeAll(Collections.nCopies(connections, caller))) {
                answers += count.get();
            }
            return answers / SECONDS;
        } finally {
            callers.shutdown();
        }
    }

    private static int answers(HttpClient client, URI service, byte[] picture, long end)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(picture))
                .build();
        int answers = 0;
        while (System.nanoTime() < end) {
            answers += client.send(request, BodyHandlers.discarding()).statusCode() == 200 ? 1 : 0;
        }
        return answers;
    }

    private void write(String name, String across, String up, List<Double> acrosses, List<Double> ups)
            throws IOException {
        var table = new StringBuilder(across + "," + up + "\n");
        for (int i = 0; i < acrosses.size(); i++) {
            table.append(String.format(Locale.ROOT, "%s,%.2f%n", acrosses.get(i), ups.get(i)));
        }
        Files.writeString(folder.resolve(name + ".csv"), table);
        Files.write(folder.resolve(name + ".png"), new Chart(across, up).curve(up, acrosses, ups).png());
    }
}
