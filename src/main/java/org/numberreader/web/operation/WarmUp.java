package org.numberreader.web.operation;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.numberreader.decoding.Expectation;
import org.numberreader.decoding.NumberReader;
import org.numberreader.decoding.ReadNumber;
import org.numberreader.image.ImageDecoder;
import org.numberreader.image.Polarity;

/**
 * Reads a picture whose number is known before the service calls itself ready: it shows that the model and the natives
 * are there and right, and the first caller does not pay for their loading.
 */
@Singleton
public class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final String SAMPLE = "META-INF/resources/samples/1704.png";
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
            var picture = decoder.get().decode(sample(), Polarity.AUTO);
            var read = reader.get().read(picture, Expectation.ANY).numbers().stream()
                    .map(ReadNumber::value)
                    .toList();
            return read.size() == 1 && read.get(0).equals(TRUTH)
                    ? Optional.empty()
                    : Optional.of("the warm-up picture of " + TRUTH + " was read as " + read);
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.error("the warm-up reading failed", e);
            return Optional.of("the warm-up reading failed: " + e.getClass().getSimpleName());
        }
    }

    private static byte[] sample() throws IOException {
        try (InputStream in = WarmUp.class.getClassLoader().getResourceAsStream(SAMPLE)) {
            if (in == null) {
                throw new IOException("not packaged: " + SAMPLE);
            }
            return in.readAllBytes();
        }
    }
}
