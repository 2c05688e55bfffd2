package org.numberreader.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.numberreader.image.jpeg.JpegMarkers;

/**
 * Finds how a camera was held: the orientation in the first Exif block of a JPEG, PNG or WebP, wherever it stands. OpenCV
 * looks for it in the first block of a JPEG alone, and XMP may be before it.
 */
final class ExifOrientation {
    private static final byte[] EXIF = "Exif\0\0".getBytes(ISO_8859_1);
    private static final int APP1 = 0xe1;
    private static final int SCAN = 0xda;
    private static final int PNG_CHUNKS = 8;
    private static final int PNG_EXIF = 0x65584966;
    private static final int WEBP_CHUNKS = 12;
    private static final int WEBP_EXIF = 0x45584946;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    private ExifOrientation() {}

    /** 1 to 8; 1 where there is none, or none that makes sense. */
    static int of(byte[] bytes) {
        try {
            return ImageFormat.of(bytes)
                    .map(format -> switch (format) {
                        case JPEG -> jpeg(bytes);
                        case PNG -> png(bytes);
                        case WEBP -> webp(bytes);
                        case BMP -> EncodedPicture.UPRIGHT;
                    })
                    .orElse(EncodedPicture.UPRIGHT);
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            return EncodedPicture.UPRIGHT; // cut short: whether the pixels are there is another question
        }
    }

    private static int jpeg(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        in.position(2);
        int marker = JpegMarkers.next(in);
        while (marker != SCAN) {
            int at = in.position();
            int length = in.getShort(at) & 0xffff;
            if (marker == APP1 && begins(bytes, at + 2, EXIF)) {
                return tiff(bytes, at + 2 + EXIF.length);
            }
            in.position(Math.min(in.limit(), at + Math.max(2, length)));
            marker = JpegMarkers.next(in);
        }
        return EncodedPicture.UPRIGHT;
    }

    private static int png(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        long at = PNG_CHUNKS;
        while (at + 8 < bytes.length) {
            int place = (int) at;
            if (in.getInt(place + 4) == PNG_EXIF) {
                return tiff(bytes, place + 8);
            }
            at += 12 + (in.getInt(place) & 0xffffffffL);
        }
        return EncodedPicture.UPRIGHT;
    }

    private static int webp(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        long at = WEBP_CHUNKS;
        while (at + 8 < bytes.length) {
            int place = (int) at;
            if (in.getInt(place) == WEBP_EXIF) {
                return tiff(bytes, place + 8 + (begins(bytes, place + 8, EXIF) ? EXIF.length : 0));
            }
            long length = Integer.reverseBytes(in.getInt(place + 4)) & 0xffffffffL;
            at += 8 + length + length % 2;
        }
        return EncodedPicture.UPRIGHT;
    }

    /** The orientation in the first directory of a TIFF, which Exif is. */
    private static int tiff(byte[] bytes, int start) {
        var in = ByteBuffer.wrap(bytes);
        in.order(bytes[start] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = start + in.getInt(start + 4);
        int entries = in.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((in.getShort(entry) & 0xffff) == ORIENTATION) {
                int value = in.getShort(entry + 8) & 0xffff;
                return value >= 1 && value <= 8 ? value : EncodedPicture.UPRIGHT;
            }
        }
        return EncodedPicture.UPRIGHT;
    }

    private static boolean begins(byte[] bytes, int at, byte[] beginning) {
        return at + beginning.length <= bytes.length
                && Arrays.equals(bytes, at, at + beginning.length, beginning, 0, beginning.length);
    }
}
