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

    /**
     * The least likeliness of a number's digits, as the geometric mean of their probabilities; ink below it is no
     * number. At 0.3 an earlier network lost no labelled string that it read right, and half of the letters of foreign
     * scripts went.
     */
    @WithDefault("0.3")
    @Within(least = 0, most = 1)
    double least();

    /**
     * The same for one digit: nothing beside it says that it is a number. About where the reading network gives up one of
     * 200 of MNIST's validation digits, and one of 100 of its test digits. Digits that were nearly all cut out of marks have to
     * reach this and 0.9.
     */
    @WithDefault("0.7")
    @Within(least = 0, most = 1)
    double leastAlone();
}
