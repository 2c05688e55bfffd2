package org.numberreader.image;

/** Bytes that are not taken as a picture; the message is meant for whoever sent them. */
public abstract class ImageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected ImageException(String message) {
        super(message);
    }
}
