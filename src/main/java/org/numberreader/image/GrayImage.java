package org.numberreader.image;

/**
 * An 8-bit grey picture, one byte a pixel, row after row, kept on the Java heap.
 *
 * <p>A class and not a record: a record would promise equality by content and hand its array out as if it were a copy.
 */
public final class GrayImage {
    private final int width;
    private final int height;
    private final byte[] pixels;

    /**
     * @param pixels {@code width * height} bytes, unsigned, taken over without a copy
     * @throws IllegalArgumentException if the sides are not positive or do not match the number of bytes
     */
    public GrayImage(int width, int height, byte[] pixels) {
        if (width <= 0 || height <= 0 || pixels.length != width * height) {
            throw new IllegalArgumentException(width + " x " + height + " is not " + pixels.length + " pixels");
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** The grey value at a place, 0 to 255. */
    public int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /** The picture's own bytes, not a copy: to be read, not written. */
    public byte[] pixels() {
        return pixels;
    }

    /** How many pixels of a part have each of the 256 grey values. */
    public int[] histogram(int left, int top, int right, int bottom) {
        var histogram = new int[256];
        byte[] all = pixels; // the first compiler reads a field anew for each pixel
        for (int y = top; y < bottom; y++) {
            int end = y * width + right;
            for (int i = y * width + left; i < end; i++) {
                histogram[all[i] & 0xff]++;
            }
        }
        return histogram;
    }

    /** The median of the outermost pixels, 0 to 255: the paper, where ink touches less than half of the edge. */
    public int medianOfEdge() {
        int[] histogram = histogram(0, 0, width, 1);
        add(histogram, histogram(0, height - 1, width, height));
        add(histogram, histogram(0, 0, 1, height));
        add(histogram, histogram(width - 1, 0, width, height));
        int half = width + height;
        int value = 0;
        for (int below = histogram[0]; below < half; below += histogram[value]) {
            value++;
        }
        return value;
    }

    private static void add(int[] sums, int[] values) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }
}
