package org.numberreader.document.page;

import org.numberreader.image.ImageDecoder;
import org.numberreader.image.TooLargeException;

/** What a page may take: the limits of pictures, and of the heap that it is decoded on. */
public final class PageBounds {
    private final ImageDecoder decoder;
    private final long memory;

    /** @param decoder whose limits hold for each page */
    public PageBounds(ImageDecoder decoder, DocumentLimits limits) {
        this.decoder = decoder;
        this.memory = limits.memory().orElse(Runtime.getRuntime().maxMemory() / 2);
    }

    /**
     * Makes sure that there is room for a picture's pixels.
     *
     * @param bytesPerPixel that are in the heap at the same time, all copies together
     * @throws TooLargeException if there is not
     */
    public void require(int width, int height, double bytesPerPixel) {
        decoder.requireSize(width, height);
        requireMemory((long) ((double) width * height * bytesPerPixel));
    }

    /** @throws TooLargeException if it is more than a page may take */
    public void requireMemory(long bytes) {
        if (bytes > memory) {
            throw new TooLargeException(
                    "The page's picture needs " + bytes + " bytes of memory; the limit is " + memory + ".");
        }
    }

    /** Throws as a picture does that is sent alone. */
    public void requireDecodable(byte[] picture) {
        decoder.requireDecodable(picture);
    }

    /** Throws unless a part of a page begins as a JPEG that may be decoded. */
    public void requireJpegHeader(byte[] part) {
        decoder.requireJpegHeader(part);
    }

    /** Bytes of the heap that a page may take. */
    public long memory() {
        return memory;
    }
}
