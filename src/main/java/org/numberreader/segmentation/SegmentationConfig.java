package org.numberreader.segmentation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How ink is told from paper. */
@ConfigMapping(prefix = "numbers.segmentation")
public interface SegmentationConfig {

    /** Pixels that a small picture's shorter side is brought up to, so that a stroke is some pixels wide. */
    @WithDefault("80")
    @Min(1)
    int smallestSide();
}
