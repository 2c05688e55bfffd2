package org.numberreader.web.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.numberreader.document.Documents;
import org.numberreader.image.CorruptImageException;
import org.numberreader.image.TooLargeException;
import org.numberreader.image.UnsupportedFormatException;

/**
 * Takes pictures out of what they are wrapped in though nothing says so: gzip, a data URL, base64 text.
 *
 * @param most bytes that a picture may have
 * @param room asks for memory, in bytes, before it is used; throws where there is none
 */
record Unwrapping(int most, LongConsumer room) {
    private static final int HEAD = 256;

    /** As many characters tell what base64 text stands for: bytes enough for any format's beginning. */
    private static final int TELLING = 32;

    /**
     * The picture itself.
     *
     * @param sent which is overwritten where it is text
     * @throws BadRequestException if it is text that makes no sense
     * @throws TooLargeException if gzip unpacks to more than a picture may have
     * @throws CorruptImageException if its gzip is damaged
     * @throws UnsupportedFormatException if it is a whole body that came without its type
     */
    byte[] of(byte[] sent) {
        byte[] bytes = isGzip(sent) ? inflated(sent, most) : sent;
        if (bytes.length > most) {
            return bytes; // it is told to be too large, and may be cut off
        }
        var head = new String(bytes, 0, Math.min(HEAD, bytes.length), ISO_8859_1);
        String text = head.stripLeading();
        if (text.startsWith("data:")) {
            return decoded(bytes, head.length() - text.length() + afterHead(text));
        }
        if (isBase64(text)) {
            return decoded(bytes, 0);
        }
        requireNoBody(text);
        return bytes;
    }

    static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
    }

    /** What gzip unpacks to; throws as {@link #of}. */
    byte[] inflated(byte[] gzip, int limit) {
        room.accept(limit);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new TooLargeException("The gzip data unpack to more than " + limit + " bytes.");
            }
            return bytes;
        } catch (IOException e) {
            throw new CorruptImageException("The gzip data are truncated or damaged.");
        }
    }

    /** Where the data of a data URL begin. */
    private static int afterHead(String text) {
        int comma = text.indexOf(',');
        if (comma < 0 || !text.substring(0, comma).endsWith(";base64")) {
            throw new BadRequestException("The data URL is not a base64 one.");
        }
        return comma + 1;
    }

    /** Whether a text stands for a picture or document, told by its beginning. */
    private static boolean isBase64(String text) {
        String start = text.replaceAll("\\s", "");
        start = start.substring(0, Math.min(TELLING, start.length() / 4 * 4));
        try {
            return Documents.begins(Base64.getDecoder().decode(start));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private byte[] decoded(byte[] text, int from) {
        room.accept(text.length / 4 * 3);
        int to = from;
        for (int i = from; i < text.length; i++) {
            if (text[i] > ' ' || text[i] < 0) {
                text[to++] = text[i];
            }
        }
        try {
            ByteBuffer bytes = Base64.getDecoder().decode(ByteBuffer.wrap(text, from, to - from));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("The picture's base64 is broken.");
        }
    }

    /** Names bodies that are read, but not under the type that they came with. */
    private static void requireNoBody(String text) {
        if (text.startsWith("{")) {
            throw new UnsupportedFormatException(
                    "This is JSON and no picture. A JSON body needs Content-Type: application/json.");
        }
        if (text.startsWith("--") && text.contains("Content-Disposition:")) {
            throw new UnsupportedFormatException(
                    "This is a form and no picture. A form needs Content-Type: multipart/form-data and its boundary.");
        }
        if (text.startsWith(Multipart.FIELD + "=")) {
            throw new UnsupportedFormatException(
                    "This is a form of text and no picture. Send the picture as multipart/form-data, or bare.");
        }
    }
}
