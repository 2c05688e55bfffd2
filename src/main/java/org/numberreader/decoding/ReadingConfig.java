package org.numberreader.decoding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.numberreader.config.Within;

/** What a confidence is taken for. */
@ConfigMapping(prefix = "numbers.reading")
public interface ReadingConfig {

    /**
     * The confidence from which a number is called certain: the highest, in steps of 0.01, at which half of the real strings are
     * (docs/measuring.md). Of pictures of kinds that the confidence was not fitted on, 98 % of the certain ones are right.
     */
    @WithDefault("0.9")
    @Within(least = 0, most = 1)
    double certain();

    /**
     * The confidence below which handwriting is no number, unless the caller knows that it is one. By the confidence's own account
     * fewer than one in ten would be right.
     */
    @WithDefault("0.1")
    @Within(least = 0, most = 1)
    double least();
}
