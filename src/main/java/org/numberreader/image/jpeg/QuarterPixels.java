package org.numberreader.image.jpeg;

/**
 * Makes a JPEG's grey pixels at a quarter of its size, two by two of each block of 8 x 8: what libjpeg's reduced inverse
 * transform (jidctred.c) makes, but for its rounding on the way. Of two by two pixels a wave has the same value in each, or
 * changes its sign from left to right, from top to bottom, or both: all waves of a kind are one sum.
 */
final class QuarterPixels {
    private static final int SIDE = 8;
    private static final int COUNT = SIDE * SIDE;
    private static final int GREY = 128;

    /** Bits behind the point. A sum of the largest coefficients that make sense, 8 times 1,024 each, stays within 32. */
    private static final int BITS = 12;

    /**
     * The mean over four pixels of the cosines of 1, 3, 5 and 7 halves of a wave within eight, as jidctred.c has them, where the
     * constant one has 1.
     */
    private static final double[] ODD = {3.624509785 / 4, -1.272758580 / 4, 0.850430095 / 4, -0.720959822 / 4};

    private static final int RIGHT = 1;
    private static final int DOWN = 2;

    /**
     * For each coefficient, along the diagonals: what it counts times 8, and which sum it is of. Those of even waves cancel out
     * and count nothing, nor do those that a damaged block has too many.
     */
    private final int[] weights = new int[2 * COUNT];

    private final int[] sums = new int[4];
    private final int across;
    private final byte[] pixels;
    /** The last block's first coefficient: what is stored is how much it differs. */
    private int first;

    /**
     * @param quantization what coefficients are multiplied by, along the diagonals as it is stored
     * @param across how many blocks lie beside each other
     * @param down how many below each other
     */
    QuarterPixels(int[] quantization, int across, int down) {
        this.across = across;
        this.pixels = new byte[4 * across * down];
        int index = 0;
        for (int diagonal = 0; diagonal < 2 * SIDE - 1; diagonal++) {
            for (int i = 0; i <= diagonal; i++) {
                int row = diagonal % 2 == 0 ? diagonal - i : i;
                int column = diagonal - row;
                if (row < SIDE && column < SIDE) {
                    set(index, row, column, quantization[index]);
                    index++;
                }
            }
        }
    }

    private void set(int index, int row, int column, int quantization) {
        if (isLeftOut(row) || isLeftOut(column)) {
            return;
        }
        long weight = Math.round(quantization * weight(row) * weight(column) * (1 << BITS) / SIDE);
        weights[index] = (int) weight << 3 | (column > 0 ? RIGHT : 0) | (row > 0 ? DOWN : 0);
    }

    private static boolean isLeftOut(int wave) {
        return wave > 0 && wave % 2 == 0;
    }

    private static double weight(int wave) {
        return wave == 0 ? 1 : ODD[wave / 2];
    }

    /** Begins anew with the first coefficients, as behind a restart marker. */
    void restart() {
        first = 0;
    }

    /** Begins a block, with what its first coefficient differs from the last one's. */
    void begin(int difference) {
        first += difference;
        sums[0] = first * (weights[0] >> 3);
        sums[RIGHT] = 0;
        sums[DOWN] = 0;
        sums[RIGHT + DOWN] = 0;
    }

    /** @param index of a coefficient along the diagonals, from 1 on */
    void add(int index, int value) {
        int weight = weights[index];
        sums[weight & 7] += value * (weight >> 3);
    }

    /** Makes the pixels of the block that was begun. */
    void end(int column, int row) {
        int at = 4 * row * across + 2 * column;
        int below = at + 2 * across;
        int left = sums[0] + (GREY << BITS) + (1 << BITS - 1);
        int right = sums[RIGHT];
        int down = sums[DOWN];
        int both = sums[RIGHT + DOWN];
        pixels[at] = pixel(left + right + down + both);
        pixels[at + 1] = pixel(left - right + down - both);
        pixels[below] = pixel(left + right - down - both);
        pixels[below + 1] = pixel(left - right - down + both);
    }

    private static byte pixel(int sum) {
        int value = sum >> BITS;
        return (byte) ((value & ~255) == 0 ? value : ~value >> 31);
    }

    /** The pixels within a picture's own sides, row after row: the last blocks reach over them. */
    byte[] cropped(int width, int height) {
        var cropped = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, 2 * y * across, cropped, y * width, width);
        }
        return cropped;
    }
}
