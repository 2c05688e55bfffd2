package org.numberreader.recognition;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;

/** The networks by name. Input: N×1×28×28, 0 for paper to 1 for ink; output: N×classes logits. */
public enum DigitNetwork {
    /** The classical network: three small convolutions with pooling, two dense layers; 32,874 parameters. */
    BASE("base", 10) {
        @Override
        public Block block() {
            return new SequentialBlock()
                    .add(convolution(64))
                    .add(convolution(32))
                    .add(convolution(32))
                    .add(Blocks.batchFlattenBlock())
                    .add(Linear.builder().setUnits(64).build())
                    .add(Activation.reluBlock())
                    .add(Linear.builder().setUnits(32).build())
                    .add(Activation.reluBlock())
                    .add(Linear.builder().setUnits(classes()).build());
        }
    },

    /**
     * The network that names single digits: six convolutions with batch normalisation that shrink by strides, two dense layers, and
     * a class for what is no digit; 274,000 parameters, 6.5 million multiply-adds a frame.
     */
    DIGIT("digit", 11) {
        @Override
        public Block block() {
            return sixConvolutions(classes());
        }
    },

    /** The digit network's layers for the ten digits alone, by whose likelihoods the others can learn. */
    TEACHER("teacher", 10) {
        @Override
        public Block block() {
            return sixConvolutions(classes());
        }
    };

    private final String id;
    private final int classes;

    DigitNetwork(String id, int classes) {
        this.id = id;
        this.classes = classes;
    }

    /** The network's layers, without weights. */
    public abstract Block block();

    /** The network without weights, as a model of the engine that trains it. */
    public Model model() {
        Model model = Model.newInstance(id, Device.cpu(), "PyTorch");
        model.setBlock(block());
        return model;
    }

    /** The name that commands and model cards use. */
    public String id() {
        return id;
    }

    /** Ten, or eleven where the last class is "not a digit". */
    public int classes() {
        return classes;
    }

    /** How many numbers it learns. */
    public int parameters() {
        Block block = block();
        try (var manager = NDManager.newBaseManager("PyTorch")) {
            block.initialize(manager, DataType.FLOAT32, input(1));
            return Math.toIntExact(block.getParameters().values().stream()
                    .mapToLong(parameter -> parameter.getArray().size())
                    .sum());
        } finally {
            block.clear();
        }
    }

    /** The shape of {@code frames} frames as the network takes them. */
    public static Shape input(long frames) {
        return new Shape(frames, 1, DigitFrame.SIDE, DigitFrame.SIDE);
    }

    /**
     * The network of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static DigitNetwork named(String id) {
        for (var network : values()) {
            if (network.id.equals(id)) {
                return network;
            }
        }
        throw new IllegalArgumentException("no network is named " + id);
    }

    private static Block sixConvolutions(int classes) {
        return new SequentialBlock()
                .add(normalised(16, 1))
                .add(normalised(32, 2))
                .add(normalised(32, 1))
                .add(normalised(64, 2))
                .add(normalised(64, 1))
                .add(normalised(96, 2))
                .add(Blocks.batchFlattenBlock())
                .add(Dropout.builder().optRate(0.3f).build())
                .add(Linear.builder().setUnits(96).build())
                .add(Activation.reluBlock())
                .add(Linear.builder().setUnits(classes).build());
    }

    private static Block normalised(int filters, int stride) {
        return new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(3, 3))
                        .optPadding(new Shape(1, 1))
                        .optStride(new Shape(stride, stride))
                        .setFilters(filters)
                        .optBias(false)
                        .build())
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock());
    }

    private static Block convolution(int filters) {
        return new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(3, 3))
                        .setFilters(filters)
                        .build())
                .add(Activation.reluBlock())
                .add(PoolBlock.max(2));
    }
}
