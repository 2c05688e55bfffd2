package org.numberreader.image;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the PNGs that scanners and programs write most: eight grey bits, one pass, nothing damaged, and no more data
 * than pixels. Whether there is more has to be known anyway, and takes as long as all of a decoding; here it is done
 * once. Whatever is the least unusual is left to libpng.
 */
final class PlainPng {
    private static final int FIRST_CHUNK = 8;
    private static final int FRAME = 12;
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454e44;

    /** gAMA, pHYs, sRGB, tEXt, tIME: they say nothing that OpenCV would heed. */
    private static final Set<Integer> IDLE = Set.of(0x67414d41, 0x70485973, 0x73524742, 0x74455874, 0x74494d45);

    /** Eight bits, grey, and 0 for the only compression and filters that there are, and for one pass. */
    private static final byte[] PLAIN = {8, 0, 0, 0, 0};

    private PlainPng() {}

    /** The pixels; null where libpng has to look. */
    static byte @Nullable [] pixels(byte[] png, ImageHeader header) {
        int describing = FIRST_CHUNK + FRAME + 4;
        if (!Arrays.equals(png, describing, describing + PLAIN.length, PLAIN, 0, PLAIN.length)) {
            return null;
        }
        byte[] data = data(png);
        if (data == null) {
            return null;
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(data);
            return unfiltered(inflater, header.width(), header.height());
        } catch (DataFormatException e) {
            return null;
        } finally {
            inflater.end();
        }
    }

    /** All compressed data; null unless every chunk is whole, and known, and where it should be. */
    private static byte @Nullable [] data(byte[] png) {
        var chunks = ByteBuffer.wrap(png);
        var data = ByteBuffer.allocate(png.length);
        int before = 0;
        int at = FIRST_CHUNK;
        while (at + FRAME <= png.length) {
            int length = chunks.getInt(at);
            int type = chunks.getInt(at + 4);
            boolean inOrder = type == IDAT ? before == IDAT || data.position() == 0 : type == IHDR == (before == 0);
            if (length < 0 || length > png.length - at - FRAME || !inOrder || !isWhole(chunks, at, length)) {
                return null;
            }
            if (type == IEND) {
                return Arrays.copyOf(data.array(), data.position());
            }
            if (type == IDAT) {
                data.put(png, at + 8, length);
            } else if (type != IHDR && !IDLE.contains(type)) {
                return null;
            }
            before = type;
            at += length + FRAME;
        }
        return null;
    }

    /** Whether a chunk's checksum is right. */
    private static boolean isWhole(ByteBuffer chunks, int at, int length) {
        var sum = new CRC32();
        sum.update(chunks.array(), at + 4, length + 4);
        return (int) sum.getValue() == chunks.getInt(at + 8 + length);
    }

    private static byte @Nullable [] unfiltered(Inflater inflater, int width, int height) throws DataFormatException {
        var pixels = new byte[width * height];
        var above = new byte[width + 1];
        var row = new byte[width + 1];
        for (int y = 0; y < height; y++) {
            if (!fill(inflater, row) || !unfilter(row, above)) {
                return null;
            }
            System.arraycopy(row, 1, pixels, y * width, width);
            byte[] next = above;
            above = row;
            row = next;
        }
        boolean exact = inflater.inflate(row) == 0 && inflater.finished() && inflater.getRemaining() == 0;
        return exact ? pixels : null;
    }

    private static boolean fill(Inflater inflater, byte[] row) throws DataFormatException {
        int filled = 0;
        while (filled < row.length) {
            int got = inflater.inflate(row, filled, row.length - filled);
            if (got == 0) {
                return false;
            }
            filled += got;
        }
        return true;
    }

    /** Undoes a row's filter (PNG, 9.2), which its first byte names; false if there is no such filter. */
    private static boolean unfilter(byte[] row, byte[] above) {
        int filter = row[0];
        row[0] = 0; // from here on the pixel left of the first
        above[0] = 0;
        switch (filter) {
            case 0 -> {}
            case 1 -> {
                for (int x = 1; x < row.length; x++) {
                    row[x] += row[x - 1];
                }
            }
            case 2 -> {
                for (int x = 1; x < row.length; x++) {
                    row[x] += above[x];
                }
            }
            case 3 -> {
                for (int x = 1; x < row.length; x++) {
                    row[x] += (byte) ((row[x - 1] & 0xff) + (above[x] & 0xff) >> 1);
                }
            }
            case 4 -> paeth(row, above);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void paeth(byte[] row, byte[] above) {
        int left = 0;
        int corner = 0;
        for (int x = 1; x < row.length; x++) {
            int up = above[x] & 0xff;
            int byLeft = Math.abs(up - corner);
            int byUp = Math.abs(left - corner);
            int byCorner = Math.abs(left + up - 2 * corner);
            int nearest = byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
            left = row[x] + nearest & 0xff;
            row[x] = (byte) left;
            corner = up;
        }
    }
}
