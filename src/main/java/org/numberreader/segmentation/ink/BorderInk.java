package org.numberreader.segmentation.ink;

import java.util.Arrays;
import org.numberreader.image.Mats;
import org.opencv.core.Mat;

/**
 * Takes away the marks that run along a picture's border: the table beside a sheet, the edge of the next one. Only marks
 * that touch the border are followed: where it is paper, the picture's inside costs nothing.
 */
public final class BorderInk {
    /** A digit in a tight crop lies along the picture's border with less than this share of its own sides. */
    public static final double MOST = 0.6;

    private static final byte FOLLOWED = 1;

    private final byte[] mask;
    private final int width;
    private final int height;
    private int[] mark = new int[1024];
    private int size;

    private BorderInk(byte[] mask, int width, int height) {
        this.mask = mask;
        this.width = width;
        this.height = height;
    }

    /**
     * The mask without the marks along its border.
     *
     * @param mask 8-bit, ink is 255; left as it is
     * @return ink is not 0; the same matrix where there is nothing to take away
     */
    static Mat removed(Mats mats, Mat mask) {
        byte[] pixels = Mats.picture(mask).pixels();
        if (!new BorderInk(pixels, mask.cols(), mask.rows()).clear()) {
            return mask;
        }
        Mat inner = mats.own(new Mat(mask.size(), mask.type()));
        inner.put(0, 0, pixels);
        return inner;
    }

    private boolean clear() {
        boolean cleared = false;
        for (int x = 0; x < width; x++) {
            cleared |= clear(x);
            cleared |= clear((height - 1) * width + x);
        }
        for (int y = 0; y < height; y++) {
            cleared |= clear(y * width);
            cleared |= clear(y * width + width - 1);
        }
        return cleared;
    }

    /** Follows the mark at a place on the border, and clears it if it runs along there. */
    private boolean clear(int at) {
        if (mask[at] == 0 || mask[at] == FOLLOWED || !runsAlong(at)) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            mask[mark[i]] = 0;
        }
        return true;
    }

    private boolean runsAlong(int start) {
        size = 0;
        add(start);
        int left = width;
        int right = 0;
        int top = height;
        int bottom = 0;
        int onBorder = 0;
        for (int next = 0; next < size; next++) {
            int x = mark[next] % width;
            int y = mark[next] / width;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            onBorder += onBorder(x, y);
            follow(x, y);
        }
        return onBorder > MOST * (right - left + 1 + bottom - top + 1);
    }

    /** Adds the ink around a pixel that was not followed yet. */
    private void follow(int x, int y) {
        for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
            for (int at = row * width + Math.max(0, x - 1); at <= row * width + Math.min(width - 1, x + 1); at++) {
                if (mask[at] != 0 && mask[at] != FOLLOWED) {
                    add(at);
                }
            }
        }
    }

    private void add(int at) {
        if (size == mark.length) {
            mark = Arrays.copyOf(mark, 2 * size);
        }
        mask[at] = FOLLOWED;
        mark[size++] = at;
    }

    /** How many sides of the border a pixel is on; a corner is on one, unless the picture is a line. */
    private int onBorder(int x, int y) {
        int rows = (y == 0 ? 1 : 0) + (y == height - 1 ? 1 : 0);
        return rows > 0 ? rows : (x == 0 ? 1 : 0) + (x == width - 1 ? 1 : 0);
    }
}
