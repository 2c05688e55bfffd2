package org.numberreader.web.access;

/** The client has made more requests than it may; the message is meant for the caller. */
public final class TooOftenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long secondsToWait;

    public TooOftenException(long secondsToWait) {
        super("This client has sent too many requests. Try again after the time in Retry-After.");
        this.secondsToWait = secondsToWait;
    }

    /** When the next request is taken. */
    public long secondsToWait() {
        return secondsToWait;
    }
}
