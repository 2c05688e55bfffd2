package org.numberreader.image.jpeg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** How a camera was held, from a JPEG's APP1 segment (EXIF 2.3, TIFF 6.0). */
final class ExifOrientation {
    private static final int HEADER = 6; // "Exif" and two zeros
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    /** Bytes of each type's values, from 0 on; 0 where there is no such type. */
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

    private ExifOrientation() {}

    /**
     * Reads it.
     *
     * @param segment behind its length
     * @return 1 to 8; 1 where it says nothing that makes sense
     * @throws IndexOutOfBoundsException if it, or an entry before the orientation, points outside: OpenCV gives up at some
     */
    static int of(ByteBuffer segment) {
        if (segment.limit() <= HEADER) {
            return 1;
        }
        var tiff = segment.slice(HEADER, segment.limit() - HEADER);
        int order = tiff.getShort(0);
        if (order != 0x4949 && order != 0x4d4d) {
            return 1;
        }
        tiff.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (tiff.getShort(2) != 42) {
            return 1;
        }
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int entry = directory + 2; entry < directory + 2 + entries * ENTRY; entry += ENTRY) {
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int orientation = tiff.getShort(entry + 8) & 0xffff;
                return orientation >= 1 && orientation <= 8 ? orientation : 1;
            }
            requireInside(tiff, entry);
        }
        return 1;
    }

    /** Values of more than four bytes are elsewhere. */
    private static void requireInside(ByteBuffer tiff, int entry) {
        int type = tiff.getShort(entry + 2) & 0xffff;
        long size = (tiff.getInt(entry + 4) & 0xffffffffL) * (type < SIZES.length ? SIZES[type] : 0);
        if (size > Integer.BYTES) {
            Objects.checkFromIndexSize(tiff.getInt(entry + 8) & 0xffffffffL, size, tiff.limit());
        }
    }
}
