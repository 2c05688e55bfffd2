package org.numberreader.number;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** How glyphs become numbers. */
@ConfigMapping(prefix = "numbers.reading")
public interface ReadingConfig {

    /** The confidence from which a number is called certain. */
    @WithDefault("0.9")
    @DecimalMin("0")
    @DecimalMax("1")
    double certain();
}
