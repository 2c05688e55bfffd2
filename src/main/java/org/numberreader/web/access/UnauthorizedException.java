package org.numberreader.web.access;

/** The caller has shown no token that is known; the message is meant for the caller. */
public final class UnauthorizedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnauthorizedException() {
        super("Send a valid token in the header `Authorization: Bearer …`.");
    }
}
