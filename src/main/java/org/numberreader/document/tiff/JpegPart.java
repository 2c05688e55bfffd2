package org.numberreader.document.tiff;

import org.numberreader.document.page.PageBounds;

/** A JPEG that is a part of a page: it declares a size of its own, and libjpeg makes room for it. */
final class JpegPart {
    private static final int SCAN = 0xda;

    private JpegPart() {}

    /** @throws org.numberreader.image.TooLargeException if it declares more than a picture may have */
    static void require(byte[] bytes, int from, int to, PageBounds bounds) {
        int at = from + 2;
        while (at + 9 < to && (bytes[at] & 0xff) == 0xff) {
            int marker = bytes[at + 1] & 0xff;
            if (marker == SCAN) {
                return;
            }
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                bounds.require(number(bytes, at + 7), number(bytes, at + 5), 0);
            }
            at += marker == 0xff ? 1 : 2 + number(bytes, at + 2);
        }
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
