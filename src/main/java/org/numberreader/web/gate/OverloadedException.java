package org.numberreader.web.gate;

/** There is no room for another reading, or it would have come too late; the message is meant for the caller. */
public final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OverloadedException(String message) {
        super(message);
    }
}
