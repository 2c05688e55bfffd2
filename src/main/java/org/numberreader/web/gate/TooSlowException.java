package org.numberreader.web.gate;

/** A body was still not there when its time was up; the message is meant for the caller. */
public final class TooSlowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooSlowException(String message) {
        super(message);
    }
}
