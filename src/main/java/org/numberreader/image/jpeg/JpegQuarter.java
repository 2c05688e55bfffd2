package org.numberreader.image.jpeg;

import java.util.Optional;

/**
 * A JPEG's grey pixels at a quarter of its size, made while its Huffman codes are followed: one pass over the data where a
 * look for damage and a decoding are two.
 *
 * @param width a quarter of the picture's, rounded up, before any EXIF turn
 * @param height the same
 * @param pixels row after row, unsigned, 0 is black
 * @param orientation EXIF's, 1 to 8; 1 where it says nothing
 */
public record JpegQuarter(int width, int height, byte[] pixels, int orientation) {
    private static final int QUARTER = 4;

    /**
     * Makes it.
     *
     * @param width of the picture as its header was read and held to the limits
     * @param height the same
     * @return empty if it is damaged, of another size, or of a kind that is not followed: sequential ones are, whose grey is
     *     stored as such
     */
    public static Optional<JpegQuarter> of(byte[] jpeg, int width, int height) {
        return JpegScan.quarter(jpeg, width, height);
    }

    /** Of the pixels of all blocks, those within the picture. */
    static JpegQuarter of(QuarterPixels pixels, int width, int height, int orientation) {
        int across = (width + QUARTER - 1) / QUARTER;
        int down = (height + QUARTER - 1) / QUARTER;
        return new JpegQuarter(across, down, pixels.cropped(across, down), orientation);
    }
}
