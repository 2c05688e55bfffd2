package org.numberreader.image;

/** A page was asked for that the document does not have. */
public final class NoSuchPageException extends ImageException {
    private static final long serialVersionUID = 1L;

    public NoSuchPageException(String message) {
        super(message);
    }
}
