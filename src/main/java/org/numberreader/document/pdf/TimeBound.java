package org.numberreader.document.pdf;

import org.numberreader.image.UnreadableDocumentException;

/** Ends a page's drawing when its time is over. */
final class TimeBound {
    private final int millis;
    private final long start = System.nanoTime();

    TimeBound(int millis) {
        this.millis = millis;
    }

    /** @throws UnreadableDocumentException if the time is over */
    void check() {
        if (System.nanoTime() - start > millis * 1_000_000L) {
            throw new UnreadableDocumentException(
                    "The page takes more than " + millis + " ms to draw. Send it as a picture.");
        }
    }
}
