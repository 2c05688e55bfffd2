package org.numberreader.decoding;

import java.util.Comparator;
import java.util.List;

/** A text line in all cuts that were made of it. */
record LookedAt(List<Look> looks) {
    LookedAt {
        looks = List.copyOf(looks);
    }

    /** The cut whose likeliest text is the likeliest. */
    Look best() {
        return looks.stream()
                .max(Comparator.comparingDouble(Look::logProbability))
                .orElseThrow();
    }
}
