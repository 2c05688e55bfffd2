package org.numberreader.document.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalLong;
import org.numberreader.config.Within;

/** What is still read of a document with pages, beside the limits of each page's picture. */
@ConfigMapping(prefix = "numbers.document")
public interface DocumentLimits {

    /** Pages of one request, read within callers' usual 30 s at half a second each; a longer document is read in parts. */
    @WithDefault("50")
    @Within(least = 1)
    int maxPages();

    /** Objects of a PDF: a scan has some five a page, a drawn page some hundred. */
    @WithDefault("100000")
    @Within(least = 1)
    int maxObjects();

    /** Bytes that anything but a picture may have unpacked in a PDF, where a few can stand for gigabytes: a page's drawing has some ten thousand. */
    @WithDefault("16777216")
    @Within(least = 1)
    int maxStreamBytes();

    /** Bytes of Java's heap that a page may take until it is a picture to read; half of the heap unless set. */
    @Within(least = 1)
    OptionalLong memory();

    /** Milliseconds that a PDF's page may take to be drawn by Java's own code, which can be ended; pages of forms take some hundred. */
    @WithDefault("5000")
    @Within(least = 1)
    int drawingMillis();
}
