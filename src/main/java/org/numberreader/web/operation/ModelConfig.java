package org.numberreader.web.operation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;

/** Which of the packaged models reads. */
@ConfigMapping(prefix = "numbers.model")
public interface ModelConfig {

    /** The folder's name under {@code models/}. */
    @WithDefault("reader")
    @NotBlank
    String name();
}
