package org.numberreader.web.intake;

/** One picture as it was sent: its bytes, and the file name, which is only ever echoed. */
public final class Upload {
    /** Longer names are cut: an echo should not cost more than the picture. */
    private static final int LONGEST_NAME = 255;

    private final String name;
    private final byte[] bytes;
    private final Unwrapping unwrapping;

    /**
     * @param name may be empty
     * @param bytes taken over without a copy
     */
    Upload(String name, byte[] bytes, Unwrapping unwrapping) {
        this.name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        this.bytes = bytes;
        this.unwrapping = unwrapping;
    }

    /** The file name; empty where none was sent. */
    public String name() {
        return name;
    }

    /**
     * The encoded picture; to be asked for once.
     *
     * @throws BadRequestException if there is none, or its text makes no sense
     * @throws org.numberreader.image.ImageException if it is wrapped in a way that is not read, or damaged
     */
    public byte[] bytes() {
        if (bytes.length == 0) {
            throw new BadRequestException("There is no picture. The file or the request body is empty.");
        }
        return unwrapping.of(bytes);
    }
}
