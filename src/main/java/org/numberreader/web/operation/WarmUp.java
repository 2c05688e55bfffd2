package org.numberreader.web.operation;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.numberreader.decoding.Expectation;
import org.numberreader.decoding.NumberReader;
import org.numberreader.decoding.ReadNumber;
import org.numberreader.image.ImageDecoder;
import org.numberreader.image.Polarity;

/**
 * Reads pictures whose number is known before the service calls itself ready: it shows that the models and the natives
 * are there and right, and the first caller does not pay for their loading.
 */
@Singleton
public class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final String FOLDER = "META-INF/resources/samples/";

    /** In the formats that callers send most: each has a decoder of its own. */
    private static final List<String> SAMPLES = List.of("1704.png", "1704.jpg");

    private static final String TRUTH = "1704";

    // Instances, because a model that cannot be loaded is a reason to be unready, not to stop starting.
    private final Instance<ImageDecoder> decoder;
    private final Instance<NumberReader> reader;
    private volatile Optional<String> obstacle = Optional.of("the warm-up reading is not finished");

    public WarmUp(Instance<ImageDecoder> decoder, Instance<NumberReader> reader) {
        this.decoder = decoder;
        this.reader = reader;
    }

    /** Why the service cannot read; empty when it can. */
    public Optional<String> obstacle() {
        return obstacle;
    }

    void start(@Observes StartupEvent event) {
        obstacle = attempt();
        obstacle.ifPresent(reason -> LOG.errorf("not ready: %s", reason));
    }

    private Optional<String> attempt() {
        try {
            for (String sample : SAMPLES) {
                var picture = decoder.get().decode(bytes(sample), Polarity.AUTO);
                var read = reader.get().read(picture, Expectation.ANY).numbers().stream()
                        .map(ReadNumber::value)
                        .toList();
                if (!read.equals(List.of(TRUTH))) {
                    return Optional.of("the warm-up picture " + sample + " was read as " + read);
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.error("the warm-up reading failed", e);
            return Optional.of("the warm-up reading failed: " + e.getClass().getSimpleName());
        }
    }

    private static byte[] bytes(String sample) throws IOException {
        try (InputStream in = WarmUp.class.getClassLoader().getResourceAsStream(FOLDER + sample)) {
            if (in == null) {
                throw new IOException("not packaged: " + sample);
            }
            return in.readAllBytes();
        }
    }
}
