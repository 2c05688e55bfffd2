package org.numberreader.decoding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.numberreader.config.Within;

/** How glyphs become numbers. */
@ConfigMapping(prefix = "numbers.reading")
public interface ReadingConfig {

    /** The confidence from which a number is called certain. */
    @WithDefault("0.95")
    @Within(least = 0, most = 1)
    double certain();

    /** The confidence below which handwriting is no number, unless the caller knows that it is one. */
    @WithDefault("0.02")
    @Within(least = 0, most = 1)
    double least();
}
