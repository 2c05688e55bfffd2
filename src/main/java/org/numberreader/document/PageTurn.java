package org.numberreader.document;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One page at a time is in the heap, of all documents together. */
final class PageTurn {
    private final Semaphore turns = new Semaphore(1, true);
    private final long patienceNanos;

    /** @param patience the longest that a page waits */
    PageTurn(Duration patience) {
        this.patienceNanos = patience.toNanos();
    }

    /** @throws BusyException if the turn does not come in time */
    void take() {
        try {
            if (!turns.tryAcquire(patienceNanos, TimeUnit.NANOSECONDS)) {
                throw new BusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
    }

    /** Gives back what was taken. */
    void give() {
        turns.release();
    }
}
