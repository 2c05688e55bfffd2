package org.numberreader.web.gate;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The memory that all uploads may hold together; whoever wants some takes a share before a byte is read. */
public final class UploadBudget {
    private final long most;
    private long taken;

    /** @param most bytes, at least 1 */
    public UploadBudget(long most) {
        this.most = most;
    }

    /** A share of so many bytes, or of all there are if they are fewer; empty where others hold too much of them. */
    synchronized Optional<Share> share(long bytes) {
        long wanted = Math.min(bytes, most);
        if (taken + wanted > most) {
            return Optional.empty();
        }
        taken += wanted;
        return Optional.of(new Share(this, wanted));
    }

    /** Bytes held at this moment. */
    public synchronized long taken() {
        return taken;
    }

    /** Bytes that may be held at most. */
    long most() {
        return most;
    }

    private synchronized boolean take(AtomicLong held, long more) {
        long wanted = Math.min(more, most - held.get());
        if (taken + wanted > most) {
            return false;
        }
        taken += wanted;
        held.addAndGet(wanted);
        return true;
    }

    private synchronized void giveBack(long bytes) {
        taken -= bytes;
    }

    /** What one upload holds, until it is closed. */
    static final class Share implements AutoCloseable {
        private final UploadBudget budget;
        private final AtomicLong bytes;

        private Share(UploadBudget budget, long bytes) {
            this.budget = budget;
            this.bytes = new AtomicLong(bytes);
        }

        /** Holds so many bytes more, or all there are if they are fewer; false where others hold too much of them. */
        boolean grow(long more) {
            return budget.take(bytes, more);
        }

        /** Gives it back; once, however often it is called. */
        @Override
        public void close() {
            budget.giveBack(bytes.getAndSet(0));
        }
    }
}
