import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * Presses a running service as bad days do, and tells what it answered. Needs a JDK and nothing else:
 *
 * <pre>
 * java benchmarks/faults/Faults.java overload URL PICTURE SECONDS   8 connections and 200, four times in turn, then one
 * java benchmarks/faults/Faults.java leave URL PICTURE SECONDS PID  beside 30 connections one that goes before it is answered; what PID holds
 * java benchmarks/faults/Faults.java slow URL PICTURE SECONDS       4 callers alone, then beside 500 that send a byte a second
 * java benchmarks/faults/Faults.java soak URL PICTURE SECONDS PID [PICTURE...]   8 connections, good and spoilt pictures; what PID holds
 * java benchmarks/faults/Faults.java load URL PICTURE SECONDS [PID]   8 connections that come again after a refused connection; processor
 *                                                                   time of PID for each answer
 * </pre>
 *
 * Callers do not obey Retry-After: the service has to stand those that do not.
 */
public final class Faults {
    private static final int TURNS = 4;

    private final String host;
    private final int port;

    private Faults(URI url) {
        this.host = url.getHost();
        this.port = url.getPort();
    }

    public static void main(String... args) throws Exception {
        var faults = new Faults(URI.create(args[1]));
        byte[] picture = Files.readAllBytes(Path.of(args[2]));
        int seconds = Integer.parseInt(args[3]);
        switch (args[0]) {
            case "overload" -> faults.overload(picture, seconds);
            case "slow" -> faults.slow(picture, seconds);
            case "soak" -> faults.soak(pictures(args, 5, picture), seconds, args[4]);
            case "leave" -> faults.leave(picture, seconds, args[4]);
            case "load" -> faults.load(picture, seconds, args.length > 4 ? args[4] : null);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static List<byte[]> pictures(String[] args, int from, byte[] first) throws IOException {
        var pictures = new ArrayList<>(List.of(first));
        for (int i = from; i < args.length; i++) {
            pictures.add(Files.readAllBytes(Path.of(args[i])));
        }
        return pictures;
    }

    private void overload(byte[] picture, int seconds) throws Exception {
        run(8, Math.min(seconds, 15), List.of(picture));
        // In turn: what else the machine does changes within minutes.
        var shares = new ArrayList<Double>();
        for (int turn = 0; turn < TURNS; turn++) {
            var few = run(8, seconds / TURNS, List.of(picture));
            var many = run(200, seconds / TURNS, List.of(picture));
            System.out.println("8 connections: " + few + "\n200 connections: " + many);
            shares.add((double) many.served() / few.served());
        }
        shares.sort(null);
        System.out.printf(
                "served at 200, of those at 8: %s, mean %.2f%n",
                shares.stream().map(share -> String.format("%.2f", share)).toList(),
                shares.stream().mapToDouble(share -> share).average().orElseThrow());
        Thread.sleep(2000);
        System.out.println("one, 2 s later: " + run(1, 10, List.of(picture)));
        Thread.sleep(5000);
        System.out.println("one, quiet: " + run(1, 10, List.of(picture)));
    }

    private void slow(byte[] picture, int seconds) throws Exception {
        run(4, 10, List.of(picture));
        System.out.println("4 connections: " + run(4, seconds, List.of(picture)));
        var stop = new AtomicBoolean();
        var opened = new ConcurrentLinkedQueue<Socket>();
        var senders = new ArrayList<Thread>();
        for (int i = 0; i < 10; i++) {
            var thread = new Thread(() -> trickle(picture, opened, stop));
            thread.start();
            senders.add(thread);
        }
        Thread.sleep(3000);
        System.out.println("beside " + opened.size() + " slow ones: " + run(4, seconds, List.of(picture)));
        stop.set(true);
        for (var sender : senders) {
            sender.join();
        }
    }

    /** Fifty connections, each a byte a second; one that is closed is opened again. */
    private void trickle(byte[] picture, ConcurrentLinkedQueue<Socket> opened, AtomicBoolean stop) {
        var sockets = new Socket[50];
        byte[] request = request(picture);
        int head = request.length - picture.length;
        while (!stop.get()) {
            for (int i = 0; i < sockets.length; i++) {
                try {
                    if (sockets[i] == null) {
                        sockets[i] = new Socket(host, port);
                        sockets[i].getOutputStream().write(request, 0, head);
                        opened.add(sockets[i]);
                    }
                    sockets[i].getOutputStream().write(request[head]);
                } catch (IOException e) {
                    opened.remove(sockets[i]);
                    sockets[i] = null;
                }
            }
            pause(1000);
        }
        for (var socket : sockets) {
            close(socket);
        }
    }

    /** Told of each third: answers, resident memory every ten seconds, live natives and temporary files at its end. */
    private void soak(List<byte[]> good, int seconds, String pid) throws Exception {
        var pictures = new ArrayList<byte[]>();
        for (byte[] picture : good) {
            pictures.addAll(List.of(picture, picture, Arrays.copyOf(picture, picture.length / 2)));
        }
        pictures.add(new byte[1000]);
        pictures.add(new byte[0]);
        run(8, Math.min(seconds / 10, 30), pictures);
        System.out.println("warm: " + natives(pid));
        for (int third = 1; third <= 3; third++) {
            var resident = new ConcurrentLinkedQueue<Long>();
            var done = new AtomicBoolean();
            var watcher = new Thread(() -> {
                while (!done.get()) {
                    resident.add(resident(pid));
                    pause(10_000);
                }
            });
            watcher.start();
            var answers = run(8, seconds / 3, pictures);
            done.set(true);
            var kib = resident.stream().mapToLong(each -> each).summaryStatistics();
            System.out.printf("third %d: %s%n", third, answers);
            System.out.printf(
                    "  resident MiB: mean %.1f, most %.1f; %s%n",
                    kib.getAverage() / 1024, kib.getMax() / 1024.0, natives(pid));
        }
    }

    private static long resident(String pid) {
        try (var lines = Files.lines(Path.of("/proc", pid, "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What lives in a process after a full collection: objects that own native memory, what malloc has given out (Java 21
     * and newer tell), and the files in its temporary folder. One that was forgotten is finalized, which for a Mat frees
     * its pixels; a tensor that was forgotten is seen in malloc's figure alone.
     */
    private static String natives(String pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        var classes = Pattern.compile("\\d+: +(\\d+) +\\d+ +(org\\.opencv\\.core\\.Mat\\w*|ai\\.onnxruntime\\.OnnxTensor"
                + "|ai\\.onnxruntime\\.OrtSession|ai\\.djl\\.\\S*NDArray|ai\\.djl\\.\\S*NDManager)\\b");
        var live = classes.matcher(jcmd(pid, "GC.class_histogram"))
                .results()
                .map(found -> found.group(2).replaceAll(".*\\.", "") + " " + found.group(1))
                .toList();
        var arenas = jcmd(pid, "System.native_heap_info").replaceAll("(?s).*</heap>", "");
        var malloc = Pattern.compile("type=\"(fast|rest|mmap)\" count=\"(\\d+)\" size=\"(\\d+)\"|system type=\"current\" size=\"(\\d+)\"");
        long inUse = malloc.matcher(arenas)
                .results()
                .mapToLong(found -> found.group(4) != null
                        ? Long.parseLong(found.group(4))
                        : Long.parseLong(found.group(3)) * ("mmap".equals(found.group(1)) ? 1 : -1))
                .sum();
        Path temporary = Path.of(jcmd(pid, "VM.system_properties")
                .lines()
                .filter(line -> line.startsWith("java.io.tmpdir="))
                .findFirst()
                .orElseThrow()
                .substring("java.io.tmpdir=".length()));
        try (var files = Files.walk(temporary)) {
            return String.format(
                    "live %s; malloc in use %.1f MiB; files in %s: %d",
                    live, inUse / 1048576.0, temporary, files.filter(Files::isRegularFile).count());
        }
    }

    private static String jcmd(String pid, String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), pid, command)
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    /** What a number of callers was answered. */
    private final class Tally {
        private final Map<Integer, List<Double>> millis = new TreeMap<>();
        private final Map<String, Integer> broken = new TreeMap<>();
        private final int seconds;
        private int withoutRetryAfter;
        private int refusedConnections;

        Tally(int seconds) {
            this.seconds = seconds;
        }

        int served() {
            return millis.getOrDefault(200, List.of()).size();
        }

        synchronized void add(Answer answer, double took) {
            millis.computeIfAbsent(answer.status, status -> new ArrayList<>()).add(took);
            if (answer.status == 503 && !answer.retryAfter) {
                withoutRetryAfter++;
            }
        }

        synchronized void add(IOException broke) {
            broken.merge(String.valueOf(broke), 1, Integer::sum);
        }

        synchronized void addRefusedConnection() {
            refusedConnections++;
        }

        @Override
        public String toString() {
            var text = new StringBuilder();
            millis.forEach((status, took) -> {
                took.sort(null);
                text.append(String.format(
                        "%d: %d (%.1f/s, p50 %.0f p99 %.0f max %.0f ms) ",
                        status,
                        took.size(),
                        (double) took.size() / seconds,
                        took.get(took.size() / 2),
                        took.get(took.size() * 99 / 100),
                        took.get(took.size() - 1)));
            });
            return text + "503 without Retry-After: " + withoutRetryAfter + ", broken: " + broken
                    + ", connections refused: " + refusedConnections;
        }
    }

    /** One caller comes and goes as fast as it can, while 30 take all the room there is. */
    private void leave(byte[] picture, int seconds, String pid) throws Exception {
        var others = new Thread(() -> {
            try {
                System.out.println("30 connections: " + run(30, seconds + 5, List.of(picture)));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        others.start();
        Thread.sleep(2000);
        System.out.printf("resident: %.0f MiB%n", resident(pid) / 1024.0);
        byte[] request = request(picture);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        int gone = 0;
        int broken = 0;
        while (System.nanoTime() < end) {
            try (var socket = new Socket(host, port)) {
                socket.getOutputStream().write(request, 0, request.length - picture.length);
                gone++;
            } catch (IOException e) {
                broken++;
            }
        }
        System.out.printf(
                "%d came and went, %d broke; resident: %.0f MiB%n", gone, broken, resident(pid) / 1024.0);
        System.out.println("one beside them: " + run(1, 2, List.of(picture)));
        others.join();
    }

    private void load(byte[] picture, int seconds, String pid) throws Exception {
        if (pid == null) {
            System.out.println("8 connections: " + run(8, seconds, List.of(picture)));
            return;
        }
        System.out.println("8 connections, to warm up: " + run(8, Math.min(seconds, 15), List.of(picture)));
        long before = processorMillis(pid);
        var answers = run(8, seconds, List.of(picture));
        System.out.printf(
                "8 connections: %s%nprocessor time of each: %.1f ms%n",
                answers, (double) (processorMillis(pid) - before) / answers.served());
    }

    /** In user and system mode; a tick of Linux is ten milliseconds. */
    private static long processorMillis(String pid) throws IOException {
        String[] fields = Files.readString(Path.of("/proc", pid, "stat")).replaceAll(".*\\) ", "").split(" ");
        return 10 * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
    }

    private Tally run(int connections, int seconds, List<byte[]> pictures) throws Exception {
        var tally = new Tally(seconds);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var callers = new ArrayList<Thread>();
        for (int i = 0; i < connections; i++) {
            int first = i;
            var caller = new Thread(() -> call(tally, end, pictures, first));
            caller.start();
            callers.add(caller);
        }
        for (var caller : callers) {
            caller.join();
        }
        return tally;
    }

    private void call(Tally tally, long end, List<byte[]> pictures, int first) {
        Socket socket = null;
        InputStream in = null;
        for (int i = first; System.nanoTime() < end; i++) {
            if (socket == null) {
                try {
                    socket = new Socket(host, port);
                    socket.setSoTimeout(60_000);
                    in = new BufferedInputStream(socket.getInputStream());
                } catch (IOException e) {
                    tally.addRefusedConnection();
                    pause(100);
                    continue;
                }
            }
            long start = System.nanoTime();
            try {
                socket.getOutputStream().write(request(pictures.get(i % pictures.size())));
                var answer = Answer.read(in);
                tally.add(answer, (System.nanoTime() - start) / 1e6);
                if (answer.close) {
                    close(socket);
                    socket = null;
                }
            } catch (IOException e) {
                tally.add(e);
                close(socket);
                socket = null;
            }
        }
        close(socket);
    }

    private byte[] request(byte[] picture) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("POST /predict HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/octet-stream\r\n"
                        + "Content-Length: " + picture.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(picture);
        return out.toByteArray();
    }

    private static final class Answer {
        private int status;
        private int length;
        private boolean retryAfter;
        private boolean close;

        static Answer read(InputStream in) throws IOException {
            var answer = new Answer();
            answer.status = Integer.parseInt(line(in).split(" ")[1]);
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String header = line.toLowerCase();
                if (header.startsWith("content-length:")) {
                    answer.length = Integer.parseInt(header.substring(15).strip());
                }
                answer.retryAfter |= header.startsWith("retry-after:");
                answer.close |= header.startsWith("connection: close");
            }
            if (in.readNBytes(answer.length).length < answer.length) {
                throw new EOFException("the answer broke off");
            }
            return answer;
        }

        private static String line(InputStream in) throws IOException {
            var line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException("closed");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // it is closed either way
        }
    }
}
