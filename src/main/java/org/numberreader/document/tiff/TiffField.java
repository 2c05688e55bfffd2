package org.numberreader.document.tiff;

import java.nio.ByteBuffer;
import org.numberreader.image.CorruptImageException;

/**
 * Whole numbers of a directory, read from the file where they are asked for: a field may declare as many as the file has
 * bytes.
 *
 * @param count how many there are, at least 1
 */
record TiffField(ByteBuffer file, int type, int at, int count) {
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int WITHIN_ENTRY = 4;

    /**
     * The field of an entry.
     *
     * @throws CorruptImageException if its values are not in the file
     */
    static TiffField of(ByteBuffer file, int entry) {
        int type = file.getShort(entry + 2) & 0xffff;
        long count = file.getInt(entry + 4) & 0xffffffffL;
        if (type == 0 || type >= TYPE_BYTES.length || count == 0) {
            throw damaged();
        }
        long size = count * TYPE_BYTES[type];
        long at = size <= WITHIN_ENTRY ? entry + 8L : file.getInt(entry + 8) & 0xffffffffL;
        if (at + size > file.limit()) {
            throw damaged();
        }
        return new TiffField(file, type, (int) at, (int) count);
    }

    /** One of the values, from 0. */
    long value(int index) {
        int place = at + index * TYPE_BYTES[type];
        return switch (type) {
            case SHORT -> file.getShort(place) & 0xffff;
            case LONG -> file.getInt(place) & 0xffffffffL;
            default -> file.get(place) & 0xff;
        };
    }

    static CorruptImageException damaged() {
        return new CorruptImageException("The TIFF picture's directory is damaged.");
    }
}
