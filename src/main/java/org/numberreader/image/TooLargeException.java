package org.numberreader.image;

/** What was sent is larger than is allowed, in bytes, pixels or pages: a 413, whose texts for pictures and bodies are here. */
public final class TooLargeException extends ImageException {
    private static final long serialVersionUID = 1L;

    public TooLargeException(String message) {
        super(message);
    }

    /** The picture or document has more bytes. */
    public static TooLargeException picture(long most) {
        return new TooLargeException("The picture is larger than the limit of " + most + " bytes.");
    }

    /** The picture has more pixels. */
    public static TooLargeException pixels(int width, int height, long most) {
        return new TooLargeException(
                "The picture has " + width + " x " + height + " pixels; the limit is " + most + ".");
    }

    /** The picture has a longer side. */
    public static TooLargeException side(int width, int height, int most) {
        return new TooLargeException(
                "The picture has " + width + " x " + height + " pixels; the limit for a side is " + most + ".");
    }

    /** The request's body has more bytes. */
    public static TooLargeException body(long most) {
        return new TooLargeException("The request body is larger than the limit of " + most + " bytes.");
    }
}
