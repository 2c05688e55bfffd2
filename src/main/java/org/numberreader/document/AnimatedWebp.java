package org.numberreader.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.numberreader.image.CorruptImageException;

/** A WebP that moves, of which OpenCV decodes nothing: its first frame is made a picture of its own. */
final class AnimatedWebp {
    private static final int CHUNKS = 12;
    private static final int FLAGS = 20;
    private static final int ANIMATION = 0x02;
    private static final int ALPHA = 0x10;
    private static final int FRAME_HEAD = 16;
    private static final int CHUNK_HEAD = 8;
    private static final int EXTENDED = 10;

    private AnimatedWebp() {}

    static boolean isOne(byte[] bytes) {
        return bytes.length > FLAGS
                && text(bytes, 0).equals("RIFF")
                && text(bytes, 8).equals("WEBP")
                && text(bytes, CHUNKS).equals("VP8X")
                && (bytes[FLAGS] & ANIMATION) != 0;
    }

    /**
     * The first frame as a still WebP.
     *
     * @throws CorruptImageException if there is none
     */
    static byte[] firstFrame(byte[] webp) {
        var in = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
        long at = CHUNKS;
        while (at + CHUNK_HEAD + FRAME_HEAD < webp.length) {
            int place = (int) at;
            long length = in.getInt(place + 4) & 0xffffffffL;
            if (text(webp, place).equals("ANMF")) {
                int from = place + CHUNK_HEAD + FRAME_HEAD;
                long to = Math.min(webp.length, place + CHUNK_HEAD + length);
                return still(webp, place + CHUNK_HEAD, from, (int) Math.max(from, to));
            }
            at += CHUNK_HEAD + length + length % 2;
        }
        throw new CorruptImageException("The WebP picture has no frame.");
    }

    private static byte[] still(byte[] webp, int head, int from, int to) {
        var out =
                ByteBuffer.allocate(CHUNKS + CHUNK_HEAD + EXTENDED + to - from).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(ISO_8859_1)).putInt(out.capacity() - CHUNK_HEAD).put("WEBP".getBytes(ISO_8859_1));
        boolean alpha = to - from >= 4 && !text(webp, from).equals("VP8 ");
        out.put("VP8X".getBytes(ISO_8859_1)).putInt(EXTENDED).putInt(alpha ? ALPHA : 0);
        out.put(webp, head + 6, 6); // width and height, each less one, in three bytes
        return out.put(webp, from, to - from).array();
    }

    private static String text(byte[] bytes, int at) {
        return new String(bytes, at, 4, ISO_8859_1);
    }
}
