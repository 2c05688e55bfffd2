package org.numberreader.recognition;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.pooling.Pool;

/**
 * Pooling over squares that do not overlap. DJL's own pooling blocks keep their sides to themselves, and an export has to
 * know them.
 */
public final class PoolBlock extends LambdaBlock {
    private final boolean max;
    private final int side;

    private PoolBlock(boolean max, int side) {
        super(inputs -> new NDList(pooled(inputs.singletonOrThrow(), max, side)), max ? "max" : "average");
        this.max = max;
        this.side = side;
    }

    /** The largest of each square of {@code side} by {@code side}; what does not fill a square is left out. */
    public static PoolBlock max(int side) {
        return new PoolBlock(true, side);
    }

    /** The mean of each square of {@code side} by {@code side}; what does not fill a square is left out. */
    public static PoolBlock average(int side) {
        return new PoolBlock(false, side);
    }

    /** Whether it takes the largest, and not the mean. */
    public boolean isMax() {
        return max;
    }

    /** The squares' side. */
    public int side() {
        return side;
    }

    private static NDArray pooled(NDArray input, boolean max, int side) {
        var square = new Shape(side, side);
        var none = new Shape(0, 0);
        return max
                ? Pool.maxPool2d(input, square, square, none, false)
                : Pool.avgPool2d(input, square, square, none, false, false);
    }
}
