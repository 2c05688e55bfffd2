package org.numberreader.image;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.numberreader.config.Within;

/** What is still taken as a picture, and the size it is worked on. */
@ConfigMapping(prefix = "numbers.image")
public interface ImageLimits {

    /** Bytes of one encoded picture: a 12-megapixel phone photo has 3 to 6 MB. */
    @WithDefault("10485760")
    @Within(least = 1)
    int maxBytes();

    /**
     * Pixels of one picture, as its header declares them: above the 12 to 24 megapixels of phones. For each reader so many grey
     * bytes are decoded, four times as many for transparent pictures. Transparent pictures of
     * 16 bits a sample take twice the memory of others, and may have half as many.
     */
    @WithDefault("25000000")
    @Within(least = 1)
    long maxPixels();

    /** Pixels of a picture's longer side. */
    @WithDefault("10000")
    @Within(least = 1)
    int maxSide();

    /**
     * How often a JPEG's data may go over its pixels. Progressive pictures have some 10 scans; a scan may be 42 bytes and
     * costs 42 ms on 25 megapixels.
     */
    @WithDefault("32")
    @Within(least = 1)
    int maxScans();

    /**
     * Pixels of the longer side that a larger picture is brought down to: half a 12-megapixel photo, where digits of a
     * hundredth of its width still have 20 pixels. A JPEG with broad strokes is decoded at half of that.
     */
    @WithDefault("2048")
    @Within(least = 64)
    int workingSide();
}
