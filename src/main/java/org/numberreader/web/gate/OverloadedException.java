package org.numberreader.web.gate;

import java.util.Locale;

/** There is no room for another reading, or it would have come too late; the message is meant for the caller. */
public final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What there was too little of. */
    public enum Reason {
        QUEUE_FULL,
        DEADLINE,
        CALLER_GONE,
        UPLOAD_MEMORY,
        BATCHES,
        SHUTTING_DOWN;

        /** The name that metrics use. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public OverloadedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
