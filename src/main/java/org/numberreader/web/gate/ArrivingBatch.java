package org.numberreader.web.gate;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A batch that was let in and is read while it arrives. Only the time in which the service waits for bytes counts as
 * the caller's: reading the pictures takes as long as it takes.
 */
public final class ArrivingBatch {
    private static final String KEY = ArrivingBatch.class.getName();

    /** A connection needs some time to come up to speed. */
    private static final long GRACE_NANOS = 1_000_000_000L;

    private final Object lock = new Object();
    private long waited;
    private long bytes;
    private long waitsSince;
    private @Nullable Thread waits;
    private boolean over;

    /** Leaves it for the resource: what was not let in as a batch cannot be read as one. */
    void leave(RoutingContext request) {
        request.put(KEY, this);
    }

    /** The batch of a request, where it was let in as one. */
    public static Optional<ArrivingBatch> of(RoutingContext request) {
        return Optional.ofNullable(request.<ArrivingBatch>get(KEY));
    }

    /**
     * Reads what comes next, as the stream does.
     *
     * @throws TooSlowException if it has to make room for others
     */
    public int read(InputStream body, byte[] buffer, int offset, int length) throws IOException {
        waits();
        int got = 0;
        try {
            got = body.read(buffer, offset, length);
        } catch (InterruptedIOException e) {
            if (!isOver()) {
                throw e;
            }
        } finally {
            came(Math.max(0, got));
        }
        requireTime();
        return got;
    }

    /** Makes room for others where fewer bytes a second came of late than these; may be called from any thread. */
    void giveUpIfSlow(long bytesPerSecond) {
        synchronized (lock) {
            long nanos = waited + (waits == null ? 0 : System.nanoTime() - waitsSince);
            if (nanos > GRACE_NANOS && bytes < bytesPerSecond * (nanos / 1e9)) {
                over = true;
                if (waits != null) {
                    waits.interrupt();
                }
            }
        }
    }

    private void waits() {
        requireTime();
        synchronized (lock) {
            waits = Thread.currentThread();
            waitsSince = System.nanoTime();
        }
    }

    private void came(int more) {
        synchronized (lock) {
            waits = null;
            waited += System.nanoTime() - waitsSince;
            bytes += more;
            if (waited > 2 * GRACE_NANOS) { // the past counts half, again and again: a good start is no licence
                waited /= 2;
                bytes /= 2;
            }
            if (over) {
                Thread.interrupted(); // it was for this wait alone
            }
        }
    }

    private boolean isOver() {
        synchronized (lock) {
            return over;
        }
    }

    private void requireTime() {
        if (isOver()) {
            throw new TooSlowException("The batch arrived too slowly while the service was busy.");
        }
    }
}
