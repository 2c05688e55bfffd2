package org.numberreader.web.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.numberreader.image.Mats;

/** What the garbage collector does not see: live matrices, and all that the process holds. */
@Singleton
public class NativeMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    void start(@Observes StartupEvent event, MeterRegistry metrics) {
        Gauge.builder("numbers.natives.matrices", Mats::live)
                .description("Matrices of OpenCV that were not released yet; none while nothing is read")
                .register(metrics);
        if (Files.isReadable(STATUS)) { // Linux
            Gauge.builder("numbers.memory.resident", NativeMemory::resident)
                    .description("Memory that the process holds, natives' included")
                    .baseUnit("bytes")
                    .register(metrics);
        }
    }

    private static double resident() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
