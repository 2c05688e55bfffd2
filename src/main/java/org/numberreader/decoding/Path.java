package org.numberreader.decoding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way through a lattice, as its last step and the way before it.
 *
 * @param score natural logarithm of how likely it is
 * @param length digits since the last number began
 */
record Path(
        double score,
        int length,
        @Nullable Path before,
        @Nullable Choice choice,
        boolean ended) {
    static final Path START = new Path(0, 0, null, null, false);

    /** A glyph taken as a digit. */
    record Choice(Lattice.Candidate candidate, int digit) {}

    Path digit(double score, Lattice.Candidate candidate, int digit) {
        return new Path(this.score + score, length + 1, this, new Choice(candidate, digit), false);
    }

    Path skip(double score) {
        return new Path(this.score + score, length, this, null, false);
    }

    Path end(double score) {
        return new Path(this.score + score, 0, this, null, true);
    }

    /** The digits of each number along the way. */
    List<List<Choice>> numbers() {
        var steps = new ArrayDeque<Path>();
        for (Path path = this; path != null; path = path.before) {
            steps.push(path);
        }
        var numbers = new ArrayList<List<Choice>>();
        var current = new ArrayList<Choice>();
        for (Path step : steps) {
            if (step.choice != null) {
                current.add(step.choice);
            }
            if (step.ended && !current.isEmpty()) {
                numbers.add(List.copyOf(current));
                current.clear();
            }
        }
        if (!current.isEmpty()) {
            numbers.add(List.copyOf(current));
        }
        return numbers;
    }

    /** All digits along the way. */
    String value() {
        var value = new StringBuilder();
        for (Path path = this; path != null; path = path.before) {
            if (path.choice != null) {
                value.append(path.choice.digit());
            }
        }
        return value.reverse().toString();
    }
}
