package org.numberreader.document.page;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageIO;

/** Java's pictures as bytes that are decoded as all others are: BMP, which takes no time, or PNG where one is transparent. */
public final class Bitmap {
    /** Rows that are converted at a time. */
    private static final int BAND = 64;

    private static final int HEAD = 54;
    private static final int GRAYS = 256;

    private Bitmap() {}

    /** What the bytes will have for each pixel, at most. */
    public static final int BYTES_PER_PIXEL = 3;

    /** The picture encoded; grey where it has no colours. */
    public static byte[] of(BufferedImage image) {
        if (image.getColorModel().hasAlpha()) {
            return png(image);
        }
        return isGray(image) || isGrayPalette(image.getColorModel()) ? gray(image) : colour(image);
    }

    private static byte[] png(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            if (ImageIO.write(image, "png", out)) {
                return out.toByteArray();
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory can be written to", e);
        }
        return colour(image); // no PNG has such samples
    }

    /** Samples of one kind, which are taken as they are: Java's own conversion would take them for linear light. */
    private static boolean isGray(BufferedImage image) {
        int type = image.getRaster().getDataBuffer().getDataType();
        return image.getColorModel() instanceof ComponentColorModel model
                && model.getNumComponents() == 1
                && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT);
    }

    private static boolean isGrayPalette(ColorModel model) {
        if (!(model instanceof IndexColorModel palette)) {
            return false;
        }
        for (int i = 0; i < palette.getMapSize(); i++) {
            if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] gray(BufferedImage image) {
        int width = image.getWidth();
        var out = begun(width, image.getHeight(), 1);
        int[] lookup = lookup(image);
        var samples = new int[width];
        var row = new byte[padded(width)];
        Raster raster = image.getRaster();
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, samples);
            for (int x = 0; x < width; x++) {
                row[x] =
                        (byte) (lookup.length == 0 ? samples[x] >> 8 : lookup[Math.min(samples[x], lookup.length - 1)]);
            }
            out.put(row);
        }
        return out.array();
    }

    /** The grey of each sample; empty where it has 16 bits. */
    private static int[] lookup(BufferedImage image) {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            var grays = new int[palette.getMapSize()];
            for (int i = 0; i < grays.length; i++) {
                grays[i] = palette.getRed(i);
            }
            return grays;
        }
        if (image.getRaster().getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT) {
            return new int[0];
        }
        int most = (1 << Math.min(8, image.getColorModel().getComponentSize(0))) - 1;
        var grays = new int[most + 1];
        for (int i = 0; i <= most; i++) {
            grays[i] = 255 * i / most;
        }
        return grays;
    }

    private static byte[] colour(BufferedImage image) {
        int width = image.getWidth();
        var out = begun(width, image.getHeight(), 3);
        var band = new BufferedImage(width, Math.min(BAND, image.getHeight()), BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ((DataBufferByte) band.getRaster().getDataBuffer()).getData();
        var padding = new byte[padded(3 * width) - 3 * width];
        for (int from = 0; from < image.getHeight(); from += BAND) {
            int rows = Math.min(BAND, image.getHeight() - from);
            var pen = band.createGraphics();
            pen.clearRect(0, 0, width, rows);
            pen.drawImage(image.getSubimage(0, from, width, rows), 0, 0, null);
            pen.dispose();
            for (int y = 0; y < rows; y++) {
                out.put(pixels, 3 * width * y, 3 * width).put(padding);
            }
        }
        return out.array();
    }

    /** A BMP's header, and room for its rows from top to bottom. */
    private static ByteBuffer begun(int width, int height, int channels) {
        int palette = channels == 1 ? 4 * GRAYS : 0;
        int size = Math.addExact(HEAD + palette, Math.multiplyExact(padded(channels * width), height));
        var out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'B').put((byte) 'M').putInt(size).putInt(0).putInt(HEAD + palette);
        out.putInt(40).putInt(width).putInt(-height).putShort((short) 1).putShort((short) (8 * channels));
        out.putInt(0).putInt(0).putInt(0).putInt(0).putInt(palette / 4).putInt(0);
        for (int i = 0; i < palette / 4; i++) {
            out.put((byte) i).put((byte) i).put((byte) i).put((byte) 0);
        }
        return out;
    }

    private static int padded(int row) {
        return (row + 3) / 4 * 4;
    }
}
