package org.numberreader.web.intake;

/** The request itself is wrong, whatever the picture; the message is meant for the caller. */
public final class BadRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadRequestException(String message) {
        super(message);
    }
}
