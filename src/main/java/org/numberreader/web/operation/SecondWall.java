package org.numberreader.web.operation;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.ImageLimits;

/**
 * Makes sure that OpenCV has a limit of pixels of its own, behind the one that is told from headers. OpenCV reads it
 * from the process' environment, before Java could set it.
 */
@Singleton
public class SecondWall {
    static final String VARIABLE = "OPENCV_IO_MAX_IMAGE_PIXELS";
    private static final Logger LOG = Logger.getLogger(SecondWall.class);

    private final ImageLimits limits;
    private final OperationConfig config;

    public SecondWall(ImageLimits limits, OperationConfig config) {
        this.limits = limits;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        String value = System.getenv(VARIABLE);
        complaint(value, limits.maxPixels()).ifPresent(complaint -> {
            if (endsTheStart(value, config.requireSecondWall())) {
                throw new IllegalStateException(complaint);
            }
            LOG.warn(complaint);
        });
    }

    /** Whether a value that is complained of is too bad to go on: OpenCV cannot be loaded where it is no number. */
    static boolean endsTheStart(@Nullable String value, boolean required) {
        return required || (value != null && !isNumber(value));
    }

    private static boolean isNumber(String value) {
        return value.matches("\\d{1,18}");
    }

    /** What is wrong with the variable's value; empty where nothing is. */
    static Optional<String> complaint(@Nullable String value, long maxPixels) {
        if (value == null) {
            return Optional.of(VARIABLE + " is not set, so OpenCV itself does not limit the size of pictures. To read"
                    + " untrusted pictures, start with " + VARIABLE + "=" + maxPixels + ".");
        }
        if (!isNumber(value) || Long.parseLong(value) < maxPixels) {
            return Optional.of(VARIABLE + " is " + value + "; it must be a number of at least " + maxPixels
                    + " (numbers.image.max-pixels).");
        }
        return Optional.empty();
    }
}
