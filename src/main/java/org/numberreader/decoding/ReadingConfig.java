package org.numberreader.decoding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.numberreader.config.Within;

/** How glyphs become numbers. */
@ConfigMapping(prefix = "numbers.reading")
public interface ReadingConfig {

    /**
     * The confidence from which a number is called certain. Of the numbers that reach it 97 % were right, over kinds of pictures that
     * the confidence was not fitted on (docs/measuring.md).
     */
    @WithDefault("0.87")
    @Within(least = 0, most = 1)
    double certain();

    /**
     * The confidence below which handwriting is no number, unless the caller knows that it is one: so few that are right lie below it
     * (4 of 950 real ones).
     */
    @WithDefault("0.05")
    @Within(least = 0, most = 1)
    double least();
}
