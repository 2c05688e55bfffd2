package org.numberreader.image;

/** A document that is whole and still cannot be read: it is encrypted, or has what is not decoded. */
public final class UnreadableDocumentException extends ImageException {
    private static final long serialVersionUID = 1L;

    public UnreadableDocumentException(String message) {
        super(message);
    }
}
