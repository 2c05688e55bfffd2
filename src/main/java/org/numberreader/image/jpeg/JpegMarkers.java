package org.numberreader.image.jpeg;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The markers of a JPEG, between and behind its pixels. */
public final class JpegMarkers {
    private static final int SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int FIRST_RESTART = 0xd0;
    private static final int START = 0xd8;

    private JpegMarkers() {}

    /**
     * Goes on behind the next marker, as libjpeg finds it: bytes that are none are passed over.
     *
     * @return its second byte
     * @throws java.nio.BufferUnderflowException if there is no more
     */
    public static int next(ByteBuffer in) {
        int marker = 0;
        while (marker == 0) {
            while ((in.get() & 0xff) != 0xff) {
                // No marker begins here.
            }
            marker = in.get() & 0xff;
            while (marker == 0xff) {
                marker = in.get() & 0xff;
            }
        }
        return marker;
    }

    /** The same JPEG with an end marker behind it. */
    public static byte[] ended(byte[] jpeg) {
        byte[] ended = Arrays.copyOf(jpeg, jpeg.length + 2);
        ended[jpeg.length] = (byte) 0xff;
        ended[jpeg.length + 1] = (byte) END;
        return ended;
    }

    /**
     * Counts the scans as libjpeg meets them, with segments between them left out: a phone's moving picture has a film
     * behind the end marker, and bytes of its that look like scans.
     *
     * @param first where the first scan's length stands
     */
    public static int scans(byte[] jpeg, int first) {
        int scans = 1;
        int at = first + length(jpeg, first);
        while (at + 3 < jpeg.length) {
            if (jpeg[at] != (byte) 0xff) {
                at++; // as nearly all bytes
                continue;
            }
            int marker = jpeg[at + 1] & 0xff;
            if (marker == END) {
                return scans;
            }
            if (hasNoLength(marker)) {
                at++; // pixels, padding, or a marker alone; the next marker may begin at any byte
                continue;
            }
            if (marker == SCAN) {
                scans++;
            }
            at += 2 + Math.max(2, length(jpeg, at + 2));
        }
        return scans;
    }

    private static boolean hasNoLength(int marker) {
        return marker <= 0x01 || marker == 0xff || (marker >= FIRST_RESTART && marker <= START);
    }

    private static int length(byte[] jpeg, int at) {
        return (jpeg[at] & 0xff) << 8 | jpeg[at + 1] & 0xff;
    }
}
