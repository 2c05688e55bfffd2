package org.numberreader.image;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Tells a PNG whose data inflate far past its pixels. libpng inflates all of it, for seconds, and says nothing; nobody
 * makes such a picture but to harm. What is too short to harm is not looked at: it would be inflated twice.
 */
final class PngData {
    private static final int FIRST_CHUNK = 8;
    private static final int FRAME = 12;
    private static final int IDAT = 0x49444154;

    /** Some encoders write a little more than the pixels. */
    private static final long SLACK = 65_536;

    /** Deflate's most bytes for one. */
    private static final long MOST_TIMES = 1032;

    /** libpng inflates all there is, but so much of it in the time that the largest pictures take anyway. */
    private static final long HARMLESS = 64L << 20;

    /** Adam7: where each pass begins, and its steps, across and down. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private PngData() {}

    /** Whether there are more than twice the data that the declared pixels have; stops counting there. */
    static boolean overflows(byte[] png, ImageHeader header) {
        if (png.length * MOST_TIMES <= HARMLESS) {
            return false;
        }
        long most = 2 * size(png, header) + SLACK;
        var chunks = ByteBuffer.wrap(png);
        var inflater = new Inflater();
        var buffer = new byte[(int) SLACK];
        try {
            long inflated = 0;
            int at = FIRST_CHUNK;
            while (at + FRAME <= png.length) {
                int length = chunks.getInt(at);
                if (length < 0 || length > png.length - at - FRAME) {
                    return false; // cut short: libpng will tell
                }
                if (chunks.getInt(at + 4) == IDAT) {
                    inflater.setInput(png, at + 8, length);
                    inflated += inflated(inflater, buffer, most - inflated);
                    if (inflated > most) {
                        return true;
                    }
                }
                at += length + FRAME;
            }
            return false;
        } catch (DataFormatException e) {
            return false; // damaged: libpng will tell
        } finally {
            inflater.end();
        }
    }

    private static long inflated(Inflater inflater, byte[] buffer, long most) throws DataFormatException {
        long inflated = 0;
        int got = inflater.inflate(buffer);
        while (got > 0) {
            inflated += got;
            if (inflated > most) {
                return inflated;
            }
            got = inflater.inflate(buffer);
        }
        return inflated;
    }

    /** Bytes of all rows with their filter bytes. */
    private static long size(byte[] png, ImageHeader header) {
        long bits = (png[24] & 0xff) * channels(png[25]);
        if (png[28] == 0) {
            return rows(header.width(), header.height(), bits);
        }
        long size = 0;
        for (int[] pass : PASSES) {
            long across = (header.width() - pass[0] + pass[2] - 1) / pass[2];
            long down = (header.height() - pass[1] + pass[3] - 1) / pass[3];
            size += rows(Math.max(0, across), Math.max(0, down), bits);
        }
        return size;
    }

    private static long rows(long width, long height, long bits) {
        return height * (1 + (width * bits + 7) / 8);
    }

    private static long channels(int colourType) {
        return switch (colourType) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }
}
