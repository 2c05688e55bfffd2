package org.numberreader.web.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.numberreader.config.Within;

/** Who may have pictures read, and how often. */
@ConfigMapping(prefix = "numbers.access")
public interface AccessConfig {

    /** A file with a bearer token in each line, read again when it changes; everyone may unless it is set. */
    Optional<Path> tokensFile();

    /** Requests a minute that one client's address may make over a longer time; any number unless set. */
    @Within(least = 1)
    OptionalInt requestsPerMinute();

    /** Requests that a client may make at once after a quiet time: a folder's worth. */
    @WithDefault("30")
    @Within(least = 1)
    int burst();
}
