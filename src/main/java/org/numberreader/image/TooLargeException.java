package org.numberreader.image;

/** The picture has more bytes, pixels or a longer side than is allowed. */
public final class TooLargeException extends ImageException {
    private static final long serialVersionUID = 1L;

    public TooLargeException(String message) {
        super(message);
    }
}
