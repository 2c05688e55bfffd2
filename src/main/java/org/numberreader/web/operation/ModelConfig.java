package org.numberreader.web.operation;

import io.smallrye.config.ConfigMapping;
import org.numberreader.recognition.ModelEngine;

/** Which of the packaged models names single digits, and what runs it. */
@ConfigMapping(prefix = "numbers.model")
public interface ModelConfig {

    /** The folder's name under {@code models/}. */
    String name();

    /** What runs it: OnnxRuntime, or PyTorch where the program was built with it. */
    ModelEngine engine();
}
