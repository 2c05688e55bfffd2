package org.numberreader.recognition;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.pooling.Pool;

/**
 * Pooling over rectangles that do not overlap. DJL's own pooling blocks keep their sides to themselves, and an export has to
 * know them.
 */
public final class PoolBlock extends LambdaBlock {
    private final boolean max;
    private final int high;
    private final int wide;

    private PoolBlock(boolean max, int high, int wide) {
        super(inputs -> new NDList(pooled(inputs.singletonOrThrow(), max, high, wide)), max ? "max" : "average");
        this.max = max;
        this.high = high;
        this.wide = wide;
    }

    /** The largest of each square of {@code side} by {@code side}; what does not fill a square is left out. */
    public static PoolBlock max(int side) {
        return new PoolBlock(true, side, side);
    }

    /** The largest of each rectangle of {@code high} by {@code wide}. */
    public static PoolBlock max(int high, int wide) {
        return new PoolBlock(true, high, wide);
    }

    /** The mean of each square of {@code side} by {@code side}; what does not fill a square is left out. */
    public static PoolBlock average(int side) {
        return new PoolBlock(false, side, side);
    }

    /** Whether it takes the largest, and not the mean. */
    public boolean isMax() {
        return max;
    }

    /** The rectangles' height. */
    public int high() {
        return high;
    }

    /** The rectangles' width. */
    public int wide() {
        return wide;
    }

    private static NDArray pooled(NDArray input, boolean max, int high, int wide) {
        var square = new Shape(high, wide);
        var none = new Shape(0, 0);
        return max
                ? Pool.maxPool2d(input, square, square, none, false)
                : Pool.avgPool2d(input, square, square, none, false, false);
    }
}
