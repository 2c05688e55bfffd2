package org.numberreader.web.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.OptionalInt;
import org.hibernate.validator.constraints.time.DurationMin;

/** How much is taken from callers at once; beyond it they are told to come back. */
@ConfigMapping(prefix = "numbers.web")
public interface WebConfig {

    /** Pictures read at once; as many as there are cores unless set. */
    OptionalInt readingsAtOnce();

    /** Pictures that may wait for their turn. */
    @WithDefault("12")
    @Min(1)
    int waiting();

    /** The longest that one picture may take, waiting included. */
    @WithDefault("10s")
    @DurationMin(millis = 1)
    Duration deadline();

    /** When a refused caller is told to come back, in whole seconds. */
    @WithDefault("2s")
    @DurationMin(seconds = 1)
    Duration retryAfter();

    /** Pictures in one batch. */
    @WithDefault("100")
    @Min(1)
    int batchPictures();

    /** Bytes of a whole batch. */
    @WithDefault("67108864")
    @Min(1)
    long batchBytes();
}
