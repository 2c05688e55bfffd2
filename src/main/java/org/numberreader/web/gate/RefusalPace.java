package org.numberreader.web.gate;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * When those that find no room are told so. The more of them wait, the longer each does: however many come back at once,
 * the refusals take no more than their share from the readings.
 */
final class RefusalPace {
    /** Callers give up on what takes longer. */
    private static final long MOST_MILLIS = 5_000;

    private final int perSecond;
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param perSecond how many are told in a second, at most; more, where otherwise some would wait too long */
    RefusalPace(int perSecond) {
        this.perSecond = perSecond;
    }

    /** One more waits. Gives how many milliseconds it is to do so, at least one; {@link #leave} ends it. */
    long join() {
        long paced = TimeUnit.SECONDS.toMillis(waiting.incrementAndGet()) / perSecond;
        return Math.max(1, Math.min(MOST_MILLIS, paced));
    }

    /** It has been told, or has gone. */
    void leave() {
        waiting.decrementAndGet();
    }
}
