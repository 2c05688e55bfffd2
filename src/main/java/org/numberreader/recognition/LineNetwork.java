package org.numberreader.recognition;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;

/**
 * The layers of the line recogniser. Input: N×1×40×W, each line's grey levels at zero mean and unit spread; output:
 * N×30×1×(W/4): for each column of four pixels a logit a {@link Symbol}, and the box of the symbol whose centre is there.
 *
 * <p>A fully convolutional network without recurrence. A column sees some 110 pixels to either side, four or five digits: what stands
 * alone for two digits is told by how the same hand writes others. The residual blocks (He et al., 2016) that see so far are dilated
 * along the line alone (Yu and Koltun, 2016), where a column costs least.
 */
public final class LineNetwork {
    /** A line's height in pixels. */
    public static final int HEIGHT = 40;

    /** Pixels a column. */
    public static final int STRIDE = 4;

    /** Distances of a symbol's left, upper, right and lower edge from the column's centre and the line's middle, in line heights. */
    public static final int BOX = 4;

    /** Values a column. */
    public static final int CHANNELS = Symbol.all().size() + BOX;

    private static final int TAIL = 144;

    private LineNetwork() {}

    /** The network, without weights. */
    public static Block block() {
        return new SequentialBlock()
                .add(normalised(24, 3, 3, 1, 1))
                .add(PoolBlock.max(2))
                .add(normalised(48, 3, 3, 1, 1))
                .add(PoolBlock.max(2))
                .add(normalised(64, 3, 3, 1, 1))
                .add(normalised(64, 3, 3, 1, 1))
                .add(PoolBlock.max(2, 1))
                .add(normalised(96, 3, 3, 1, 1))
                .add(normalised(96, 3, 3, 1, 1))
                .add(normalised(TAIL, 5, 1, 0, 0))
                .add(normalised(TAIL, 1, 5, 0, 2))
                .add(Dropout.builder().optRate(0.15f).build())
                .add(normalised(TAIL, 1, 5, 0, 2))
                .add(context(3))
                .add(context(6))
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(1, 1))
                        .setFilters(CHANNELS)
                        .build());
    }

    /** A residual block that looks along the line, two columns of {@code dilation} to either side. */
    private static Block context(int dilation) {
        var branch = new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(1, 5))
                        .setFilters(TAIL)
                        .optPadding(new Shape(0, 2L * dilation))
                        .optDilation(new Shape(1, dilation))
                        .optBias(false)
                        .build())
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock())
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(1, 1))
                        .setFilters(TAIL)
                        .optBias(false)
                        .build())
                .add(BatchNorm.builder().build());
        return ResidualBlock.of(branch);
    }

    private static Block normalised(int filters, int high, int wide, int padHigh, int padWide) {
        return new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(high, wide))
                        .setFilters(filters)
                        .optPadding(new Shape(padHigh, padWide))
                        .optBias(false)
                        .build())
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock());
    }

    /** The shape of {@code lines} lines of a width, which is a multiple of {@value #STRIDE}. */
    public static Shape input(long lines, long width) {
        return new Shape(lines, 1, HEIGHT, width);
    }
}
