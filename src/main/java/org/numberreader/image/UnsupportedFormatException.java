package org.numberreader.image;

/** The bytes do not begin as one of the formats that are read. */
public final class UnsupportedFormatException extends ImageException {
    private static final long serialVersionUID = 1L;

    public UnsupportedFormatException() {
        this("The bytes are not a JPEG, PNG, WebP, BMP, GIF or TIFF picture, or a PDF.");
    }

    public UnsupportedFormatException(String message) {
        super(message);
    }
}
