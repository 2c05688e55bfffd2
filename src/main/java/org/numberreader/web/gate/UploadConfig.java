package org.numberreader.web.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalLong;
import org.numberreader.config.Within;

/** How much of a body is taken, for how long, and what all bodies may hold together. */
@ConfigMapping(prefix = "numbers.upload")
public interface UploadConfig {

    /** Bytes of memory that all uploads may hold together; a quarter of Java's heap unless set. */
    @Within(least = 1)
    OptionalLong memory();

    /** Bytes of a JSON body: a picture's limit as base64, and what stands around it. */
    @WithDefault("14680064")
    @Within(least = 1)
    long jsonBytes();

    /** Bytes that a form may have beside its picture. */
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

    /** The longest that a body with one picture may take to arrive. */
    @WithDefault("30s")
    @Within(least = 0.001)
    Duration time();

    /** The longest that a batch may take to arrive and to be read. */
    @WithDefault("5m")
    @Within(least = 0.001)
    Duration batchTime();

    /** Batches at once: each keeps a thread while it arrives. */
    @WithDefault("4")
    @Within(least = 1)
    int batches();

    /** Bytes a second below which an upload is given up once its memory is wanted by others. */
    @WithDefault("8192")
    @Within(least = 0)
    long slow();

    /**
     * How many callers that find no room are told so in a second: where more wait, each waits longer, though never longer than
     * 5 s, so that refusing takes little from reading.
     */
    @WithDefault("100")
    @Within(least = 1)
    int refusalsPerSecond();
}
