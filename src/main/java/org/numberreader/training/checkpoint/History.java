package org.numberreader.training.checkpoint;

import java.util.ArrayList;
import java.util.List;

/** The epochs of a training so far, the first first. */
public record History(List<EpochFigures> epochs) {
    static final History EMPTY = new History(List.of());

    public History {
        epochs = List.copyOf(epochs);
    }

    /** The same with one epoch more. */
    public History with(EpochFigures figures) {
        var all = new ArrayList<>(epochs);
        all.add(figures);
        return new History(all);
    }

    /** The epoch that was done last. */
    public EpochFigures last() {
        return epochs.get(epochs.size() - 1);
    }

    /**
     * The epoch that was best on the validation pictures, the earliest of equals.
     *
     * @throws IllegalArgumentException if there is none
     */
    public EpochFigures best() {
        return epochs.stream()
                .reduce((best, figures) -> figures.betterThan(best) ? figures : best)
                .orElseThrow(() -> new IllegalArgumentException("no epoch was trained"));
    }

    /** Whether so many epochs have gone by without a better one; never for 0. */
    public boolean isStalled(int patience) {
        return patience > 0 && !epochs.isEmpty() && last().epoch() - best().epoch() >= patience;
    }
}
