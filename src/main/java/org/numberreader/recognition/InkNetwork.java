package org.numberreader.recognition;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;

/**
 * The layers of the handwriting map. Input: N×1×H×W grey levels at zero mean and unit spread; output: N×4×(H/4)×(W/4): for
 * each cell of 4×4 pixels a logit each for background and print, for a row of digits and signs, and for other handwriting, and
 * the natural logarithm of the digits' height there in units of {@value #UNIT} pixels.
 *
 * <p>Dilated convolutions (Yu and Koltun, 2016): a cell sees 91 pixels to each side.
 */
public final class InkNetwork {
    /** Pixels a cell, in both directions. */
    public static final int STRIDE = 4;

    /** Digits of that height have the logarithm 0. */
    public static final double UNIT = 24;

    /** Classes of a cell: background and print, a row of digits and signs, other handwriting. */
    public static final int CLASSES = 3;

    private static final int FILTERS = 32;

    private InkNetwork() {}

    /** The network, without weights. */
    public static Block block() {
        return new SequentialBlock()
                .add(normalised(16, 2, 1))
                .add(normalised(FILTERS, 2, 1))
                .add(normalised(FILTERS, 1, 1))
                .add(normalised(FILTERS, 1, 2))
                .add(normalised(FILTERS, 1, 4))
                .add(normalised(FILTERS, 1, 8))
                .add(normalised(FILTERS, 1, 4))
                .add(normalised(FILTERS, 1, 2))
                .add(normalised(FILTERS, 1, 1))
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(1, 1))
                        .setFilters(CLASSES + 1)
                        .build());
    }

    private static Block normalised(int filters, int stride, int dilation) {
        return new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(3, 3))
                        .setFilters(filters)
                        .optStride(new Shape(stride, stride))
                        .optPadding(new Shape(dilation, dilation))
                        .optDilation(new Shape(dilation, dilation))
                        .optBias(false)
                        .build())
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock());
    }
}
