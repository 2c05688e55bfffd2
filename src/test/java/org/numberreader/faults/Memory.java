package org.numberreader.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process holds, native memory included. */
final class Memory {
    private Memory() {}

    /** Resident MiB; 0 where the system does not tell (not Linux). */
    static long resident() throws IOException {
        return figure("VmRSS:");
    }

    /** Begins to measure the peak anew; nothing where the system cannot (not Linux). */
    static void forgetPeak() throws IOException {
        var forget = Path.of("/proc/self/clear_refs");
        if (Files.exists(forget)) {
            Files.writeString(forget, "5");
        }
    }

    /** The most that was resident since the start or {@link #forgetPeak()}, in MiB. */
    static long peak() throws IOException {
        return figure("VmHWM:");
    }

    private static long figure(String name) throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
