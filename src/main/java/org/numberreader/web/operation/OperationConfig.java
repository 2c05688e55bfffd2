package org.numberreader.web.operation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How strict the service is with what it runs in. */
@ConfigMapping(prefix = "numbers.operation")
public interface OperationConfig {

    /** Whether it refuses to start without OPENCV_IO_MAX_IMAGE_PIXELS, OpenCV's own limit, as the image does; otherwise it warns. */
    @WithDefault("false")
    boolean requireSecondWall();
}
