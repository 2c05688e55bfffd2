package org.numberreader.image;

/** A picture in one of the formats that are decoded, and how it has to be turned to be upright. */
public final class EncodedPicture {
    /** As it is stored. */
    public static final int UPRIGHT = 1;

    private final byte[] bytes;
    private final int orientation;

    /**
     * @param bytes a JPEG, PNG, WebP or BMP; taken over without a copy
     * @param orientation 1 to 8, as EXIF has them
     */
    public EncodedPicture(byte[] bytes, int orientation) {
        if (orientation < 1 || orientation > 8) {
            throw new IllegalArgumentException("orientation " + orientation);
        }
        this.bytes = bytes;
        this.orientation = orientation;
    }

    /** Whether bytes begin as a format that is decoded. */
    public static boolean begins(byte[] bytes) {
        return ImageFormat.of(bytes).isPresent();
    }

    /** With the orientation that a camera has written into it, if any. */
    public static EncodedPicture of(byte[] bytes) {
        return new EncodedPicture(bytes, ExifOrientation.of(bytes));
    }

    /** The picture's own bytes, not a copy: to be read, not written. */
    public byte[] bytes() {
        return bytes;
    }

    /** 1 to 8, as EXIF has them. */
    public int orientation() {
        return orientation;
    }
}
