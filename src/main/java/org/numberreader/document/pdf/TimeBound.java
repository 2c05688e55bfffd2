package org.numberreader.document.pdf;

import java.time.Duration;
import org.numberreader.image.UnreadableDocumentException;

/** Ends a page's drawing when its time is over. */
final class TimeBound {
    private final Duration most;
    private final long start = System.nanoTime();

    TimeBound(Duration most) {
        this.most = most;
    }

    /** @throws UnreadableDocumentException if the time is over */
    void check() {
        if (System.nanoTime() - start > most.toNanos()) {
            throw new UnreadableDocumentException("The page takes more than " + most.toMillis()
                    + " ms to draw. Send it as a picture.");
        }
    }
}
