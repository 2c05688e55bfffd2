package org.numberreader.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.numberreader.image.jpeg.JpegMarkers;

/**
 * What a picture's first bytes declare, read without touching its pixels: a small file can declare gigabytes.
 *
 * @param width in pixels, as stored, before any EXIF turn
 * @param height in pixels, as stored
 * @param gray whether a JPEG or PNG has one channel alone
 * @param transparent whether it may have transparent parts
 * @param deep whether each of its samples has 16 bits
 * @param scans how often its data go over the pixels; a progressive JPEG's some ten times
 * @param stray whether bytes that mean nothing stand between a JPEG's segments
 * @param endless whether a JPEG has no end marker
 */
record ImageHeader(
        ImageFormat format,
        int width,
        int height,
        boolean gray,
        boolean transparent,
        boolean deep,
        int scans,
        boolean stray,
        boolean endless) {

    private ImageHeader(ImageFormat format, int width, int height, boolean transparent) {
        this(format, width, height, false, transparent, false, 1, false, false);
    }

    /**
     * About what a decoder holds before the picture is grey: four channels where there may be transparent parts, and of a
     * progressive JPEG the coefficients of three channels, of two bytes each.
     */
    long bytesOnTheWay() {
        int each = transparent ? deep ? 8 : 4 : scans > 1 ? 6 : 1;
        return (long) width * height * each;
    }

    /**
     * Reads the declared size.
     *
     * @throws UnsupportedFormatException if the format is not one of {@link ImageFormat}
     * @throws CorruptImageException if the header is cut short or declares no size
     */
    static ImageHeader of(byte[] bytes) {
        ImageFormat format = ImageFormat.of(bytes).orElseThrow(UnsupportedFormatException::new);
        ImageHeader header;
        try {
            header = switch (format) {
                case JPEG -> jpeg(ByteBuffer.wrap(bytes));
                case PNG -> png(ByteBuffer.wrap(bytes));
                case WEBP -> webp(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
                case BMP -> bmp(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new CorruptImageException("The " + format + " picture's header is truncated.");
        }
        if (header.width <= 0 || header.height <= 0) {
            throw new CorruptImageException("The " + format + " picture declares no size.");
        }
        return header;
    }

    private static ImageHeader png(ByteBuffer in) {
        int colourType = in.get(25);
        in.get(28); // the header's last byte has to be there
        // 0 is grey; 4 and 6 have an alpha channel; 3 is a palette, which may have one.
        return new ImageHeader(
                ImageFormat.PNG,
                in.getInt(16),
                in.getInt(20),
                colourType == 0,
                colourType >= 3,
                in.get(24) == 16,
                1,
                false,
                false);
    }

    private static ImageHeader bmp(ByteBuffer in) {
        boolean old = in.getInt(14) == 12;
        int width = old ? in.getShort(18) & 0xffff : in.getInt(18);
        int height = old ? in.getShort(20) & 0xffff : Math.abs(in.getInt(22));
        return new ImageHeader(ImageFormat.BMP, width, height, false);
    }

    private static ImageHeader webp(ByteBuffer in) {
        String chunk = "" + (char) in.get(12) + (char) in.get(13) + (char) in.get(14) + (char) in.get(15);
        return switch (chunk) {
            case "VP8 " -> new ImageHeader(ImageFormat.WEBP, in.getShort(26) & 0x3fff, in.getShort(28) & 0x3fff, false);
            case "VP8L" -> {
                int bits = in.getInt(21);
                yield new ImageHeader(
                        ImageFormat.WEBP, (bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1, (bits >> 28 & 1) == 1);
            }
            case "VP8X" ->
                new ImageHeader(
                        ImageFormat.WEBP,
                        (in.getInt(24) & 0xffffff) + 1,
                        (in.getInt(26) >>> 8) + 1,
                        (in.get(20) & 0x10) != 0);
            default -> throw new CorruptImageException("The WebP picture has no frame.");
        };
    }

    /** Walks the segments to the first scan, as libjpeg does, and looks for the picture's end. */
    private static ImageHeader jpeg(ByteBuffer in) {
        in.position(2);
        int width = 0;
        int height = 0;
        int channels = 0;
        boolean framed = false;
        boolean stray = false;
        while (true) {
            stray |= (in.get(in.position()) & 0xff) != 0xff || in.get(in.position() + 1) == 0;
            int marker = JpegMarkers.next(in);
            if (marker == 0xd9) {
                throw new CorruptImageException("The JPEG picture ends before its pixels.");
            }
            if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
                continue; // stands alone, has no length
            }
            int start = in.position();
            int length = in.getShort() & 0xffff;
            if (isFrame(marker)) {
                if (framed) {
                    throw new CorruptImageException("The JPEG picture declares its size twice.");
                }
                framed = true;
                in.get();
                height = in.getShort() & 0xffff;
                width = in.getShort() & 0xffff;
                channels = in.get();
            }
            if (marker == 0xda) {
                int scans = JpegMarkers.scans(in.array(), start);
                boolean endless = !hasEnd(in, start + length);
                return new ImageHeader(
                        ImageFormat.JPEG, width, height, channels == 1, false, false, scans, stray, endless);
            }
            if (length < 2 || start + length > in.limit()) {
                throw new BufferUnderflowException();
            }
            in.position(start + length);
        }
    }

    /** SOF0 to SOF15 without the three numbers in between that mean something else. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean hasEnd(ByteBuffer in, int from) {
        for (int i = in.limit() - 2; i >= from; i--) {
            if ((in.get(i) & 0xff) == 0xff && (in.get(i + 1) & 0xff) == 0xd9) {
                return true;
            }
        }
        return false;
    }
}
