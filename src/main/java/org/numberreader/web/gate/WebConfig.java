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

    /** Pictures that may wait for their turn: half a second of work on two cores. The rest are better off with another instance, or later. */
    @WithDefault("12")
    @Within(least = 1)
    int waiting();

    /**
     * The longest that one picture may take, waiting included: longer than the largest picture behind a full queue takes, shorter than
     * callers' usual 30 s.
     */
    @WithDefault("10s")
    @Within(least = 0.001)
    Duration deadline();

    /** When a refused caller is told to come back, in whole seconds: the queue is empty again by then. */
    @WithDefault("2s")
    @Within(least = 1)
    Duration retryAfter();

    /** Pictures in one batch, read one after the other: more would run into callers' timeouts. */
    @WithDefault("100")
    @Within(least = 1)
    int batchPictures();

    /** Bytes of a whole batch: 100 scans of 600 kB. Only one picture of a batch is in memory at a time. */
    @WithDefault("67108864")
    @Within(least = 1)
    long batchBytes();

    /** The longest that all pages of a document together may wait and take; each waits for its turn. */
    @WithDefault("60s")
    @Within(least = 0.001)
    Duration documentTime();
}
