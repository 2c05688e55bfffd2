package org.numberreader.web.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalLong;
import org.numberreader.config.Within;

/** How much of a body is taken, for how long, and what all bodies may hold together. */
@ConfigMapping(prefix = "numbers.upload")
public interface UploadConfig {

    /**
     * Bytes of memory that all uploads may hold together; a quarter of Java's heap unless set, because what else is in the heap needs
     * the rest. Beyond it the answer is 503, before the body is read.
     */
    @Within(least = 1)
    OptionalLong memory();

    /** Bytes of a JSON body: the largest picture has 13,981,016 bytes in base64; data URL and JSON stand around it. */
    @WithDefault("14680064")
    @Within(least = 1)
    long jsonBytes();

    /** Bytes that a form may have beside its picture: boundaries and headers, and some fields. */
    @WithDefault("65536")
    @Within(least = 0)
    int framingBytes();

    /** Parts of a form beside its pictures: a form may have some, an attack has thousands. */
    @WithDefault("20")
    @Within(least = 0)
    int otherParts();

    /** Bytes of the headers of one part; browsers send some 200. */
    @WithDefault("4096")
    @Within(least = 1)
    int partHeaderBytes();

    /** The longest that a body with one picture may take to arrive: 10 MiB at 2.8 Mbit/s. Beyond it the answer is 408. */
    @WithDefault("30s")
    @Within(least = 0.001)
    Duration time();

    /** The longest that a batch may take to arrive and to be read: 64 MiB at the same speed, and 100 pictures meanwhile. */
    @WithDefault("5m")
    @Within(least = 0.001)
    Duration batchTime();

    /** Batches at once: each keeps a thread while it arrives. */
    @WithDefault("4")
    @Within(least = 1)
    int batches();

    /** Bytes a second below which an upload is given up once others want its memory: a tenth of a bad phone line. */
    @WithDefault("8192")
    @Within(least = 0)
    long slow();

    /**
     * How many callers that find no room are told so in a second: where more wait, each waits longer, though never longer than
     * 5 s. Callers that come back at once, against Retry-After, would take a core: with 200 of them on two cores 94 % of the readings
     * of 8 callers are left (Faults.java overload).
     */
    @WithDefault("100")
    @Within(least = 1)
    int refusalsPerSecond();
}
