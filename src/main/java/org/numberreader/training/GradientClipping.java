package org.numberreader.training;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;

/**
 * Shrinks the gradients of a step together where their common norm is too large (Pascanu et al., 2013). One bad batch
 * otherwise throws a network from where it was; two trainings with teachers never came back.
 */
final class GradientClipping {
    private GradientClipping() {}

    /**
     * Brings the norm of all gradients down to a bound, in place, without a change of direction.
     *
     * @param block after a backward pass
     * @param most the largest Euclidean norm over all of its trained parameters
     * @throws IllegalStateException if the norm is infinite or no number
     */
    static void apply(Block block, double most) {
        double norm = norm(block);
        if (!Double.isFinite(norm)) {
            throw new IllegalStateException("the gradients have no norm: the training has diverged");
        }
        if (norm <= most) {
            return;
        }
        for (Parameter parameter : block.getParameters().values()) {
            if (parameter.requiresGradient()) {
                try (NDArray gradient = parameter.getArray().getGradient()) {
                    gradient.muli(most / norm);
                }
            }
        }
    }

    /** Whether all gradients of a backward pass are numbers: of thousands of batches one may not be, and its step is left out. */
    static boolean isFinite(Block block) {
        return Double.isFinite(norm(block));
    }

    private static double norm(Block block) {
        double squares = 0;
        for (Parameter parameter : block.getParameters().values()) {
            if (parameter.requiresGradient()) {
                try (NDArray gradient = parameter.getArray().getGradient();
                        NDArray square = gradient.square();
                        NDArray sum = square.sum()) {
                    squares += sum.getFloat();
                }
            }
        }
        return Math.sqrt(squares);
    }
}
