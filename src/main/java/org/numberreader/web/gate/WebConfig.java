package org.numberreader.web.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;
import org.numberreader.config.Within;

/** How much is taken from callers at once; beyond it they are told to come back. */
@ConfigMapping(prefix = "numbers.web")
public interface WebConfig {

    /** Pictures read at once; as many as there are cores unless set. */
    @Within(least = 1)
    OptionalInt readingsAtOnce();

    /** Pictures that may wait for their turn. */
    @WithDefault("12")
    @Within(least = 1)
    int waiting();

    /** The longest that one picture may take, waiting included. */
    @WithDefault("10s")
    @Within(least = 0.001)
    Duration deadline();

    /** When a refused caller is told to come back, in whole seconds. */
    @WithDefault("2s")
    @Within(least = 1)
    Duration retryAfter();

    /** Pictures in one batch. */
    @WithDefault("100")
    @Within(least = 1)
    int batchPictures();

    /** Bytes of a whole batch. */
    @WithDefault("67108864")
    @Within(least = 1)
    long batchBytes();

    /** The longest that all pages of a document together may wait and take. */
    @WithDefault("60s")
    @Within(least = 0.001)
    Duration documentTime();
}
