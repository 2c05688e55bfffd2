package org.numberreader.segmentation.ink;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.numberreader.config.Within;

/** How ink is told from paper. */
@ConfigMapping(prefix = "numbers.segmentation")
public interface InkConfig {
    /** The default of {@link #edge()}: what the networks learn from has its edges there, whatever is configured. */
    String EDGE = "0.40";

    /** Pixels that a thinner stroke is brought up to: below three its grey edge is all there is of it. */
    @WithDefault("4")
    @Within(least = 1)
    double strokeWidth();

    /** Pixels that a picture with thin strokes may have after it was brought up. */
    @WithDefault("2000000")
    @Within(least = 1)
    long enlargedPixels();

    /** The least share of light that ink takes from its paper; below it is shade or the paper's own grain. */
    @WithDefault("0.08")
    @Within(least = 0, most = 1)
    double faintest();

    /** The share of a stroke's darkness at which its edge is drawn: higher, pale strokes break; lower, neighbours touch. */
    @WithDefault(EDGE)
    @Within(least = 0, most = 1)
    double edge();
}
