package org.numberreader.training.checkpoint;

import java.util.Map;

/**
 * Which training a checkpoint is of, and how far it is.
 *
 * @param recipe as the model's card describes it
 * @param dataSha256 of the training pictures
 * @param steps of the optimiser so far
 */
public record TrainingState(
        String network, Map<String, Object> recipe, long seed, String dataSha256, int steps, History history) {

    /** A training that has not begun. */
    public static TrainingState initial(String network, Map<String, Object> recipe, long seed, String dataSha256) {
        return new TrainingState(network, recipe, seed, dataSha256, 0, History.EMPTY);
    }

    /** The same after one epoch more. */
    public TrainingState after(EpochFigures figures, int stepsOfIt) {
        return new TrainingState(network, recipe, seed, dataSha256, steps + stepsOfIt, history.with(figures));
    }

    /** How many epochs are done. */
    public int epochs() {
        return history.epochs().size();
    }

    boolean isOfTheSameTraining(TrainingState other) {
        return network.equals(other.network)
                && recipe.equals(other.recipe)
                && seed == other.seed
                && dataSha256.equals(other.dataSha256);
    }
}
