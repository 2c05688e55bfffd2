package org.numberreader.image;

/** The picture's format is known, but the picture is cut short or damaged. */
public final class CorruptImageException extends ImageException {
    private static final long serialVersionUID = 1L;

    public CorruptImageException(String message) {
        super(message);
    }
}
