package org.numberreader.faults;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.numberreader.Encoded;

/** Small files that would be large pictures. */
final class Bombs {
    private static final int SIDE = 16_000;

    private Bombs() {}

    static byte[] png() {
        byte[] png = Encoded.png(blank());
        ByteBuffer.wrap(png).putInt(16, SIDE).putInt(20, SIDE);
        return new Mutator(0).withChecksums(png);
    }

    static byte[] bmp() {
        byte[] bmp = Encoded.as("bmp", blank());
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, SIDE).putInt(22, SIDE);
        return bmp;
    }

    static byte[] jpeg() {
        byte[] jpeg = Encoded.jpeg(blank());
        for (int i = 2; i < jpeg.length - 9; i++) {
            if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(jpeg).putShort(i + 5, (short) SIDE).putShort(i + 7, (short) SIDE);
                return jpeg;
            }
        }
        throw new AssertionError("a baseline JPEG has a frame");
    }

    /** Another scan of 10 bytes behind those that are there, a thousand times. */
    static byte[] scans() {
        byte[] jpeg = Encoded.jpeg(blank());
        byte[] scan = {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 0, 63, 0};
        var bytes = ByteBuffer.allocate(jpeg.length + 1000 * scan.length);
        bytes.put(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < 1000; i++) {
            bytes.put(scan);
        }
        return bytes.put(jpeg, jpeg.length - 2, 2).array();
    }

    /** Eight bytes for each pixel, once it is decoded. */
    static byte[] deep() {
        byte[] png = Encoded.png(blank());
        ByteBuffer.wrap(png)
                .putInt(16, 5000)
                .putInt(20, 5000)
                .put(24, (byte) 16)
                .put(25, (byte) 6);
        return new Mutator(0).withChecksums(png);
    }

    /** WebP's lossless form, which OpenCV writes: two sides of 14 bits, less one. */
    static byte[] webp() {
        byte[] webp = Encoded.webp(blank());
        ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(21, SIDE - 1 | SIDE - 1 << 14);
        return webp;
    }

    /** A PNG of 16 x 16 pixels whose data inflate to 256 MiB. */
    static byte[] inflating() {
        var data = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        var zeros = new byte[1 << 20];
        var out = new byte[1 << 16];
        for (int i = 0; i < 256; i++) {
            deflater.setInput(zeros);
            while (!deflater.needsInput()) {
                data.write(out, 0, deflater.deflate(out));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            data.write(out, 0, deflater.deflate(out));
        }
        deflater.end();
        byte[] small = Encoded.png(blank());
        var png = ByteBuffer.allocate(33 + 12 + data.size() + 12);
        png.put(small, 0, 33).putInt(data.size()).put(new byte[] {'I', 'D', 'A', 'T'});
        png.put(data.toByteArray())
                .putInt(0)
                .putInt(0)
                .put(new byte[] {'I', 'E', 'N', 'D'})
                .putInt(0);
        return new Mutator(0).withChecksums(Arrays.copyOf(png.array(), png.capacity()));
    }

    private static BufferedImage blank() {
        return new BufferedImage(16, 16, BufferedImage.TYPE_3BYTE_BGR);
    }
}
