package org.numberreader.recognition;

import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import java.util.List;

/** A residual block (He et al., 2016): what comes in is added to what a branch makes of it. */
public final class ResidualBlock {
    private ResidualBlock() {}

    /** @param branch whose output has the shape of its input */
    public static Block of(Block branch) {
        return new ParallelBlock(
                branches -> new NDList(
                        branches.get(0).singletonOrThrow().add(branches.get(1).singletonOrThrow())),
                List.of(Blocks.identityBlock(), branch));
    }
}
