package org.numberreader.training.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.numberreader.decoding.Feature;
import org.numberreader.decoding.LogisticModel;

/** What a confidence is worth on a kind never seen: fitted on all kinds but one, and judged on that one. */
public final class LeaveOneKindOut {
    /** The kind in the row of all kinds, each by the fit that has not seen it. */
    public static final String TOTAL = "each left out";

    /** The kind in the row of all kinds by the one fit on all. */
    public static final String IN_SAMPLE = "fitted on all";

    private final LogisticModel model;
    private final Map<String, List<Judged>> heldOut;
    private final List<Judged> inSample;

    private LeaveOneKindOut(LogisticModel model, Map<String, List<Judged>> heldOut, List<Judged> inSample) {
        this.model = model;
        this.heldOut = heldOut;
        this.inSample = inSample;
    }

    /**
     * How a kind's examples, or all, were judged at a bound.
     *
     * @param examples how many there are
     * @param certain those with at least the bound's probability
     * @param certainRight the right ones among the certain ones
     */
    public record Row(String kind, int examples, long right, long certain, long certainRight) {
        public static Row of(String kind, List<Judged> judged, double bound) {
            var certain = judged.stream()
                    .filter(answer -> answer.confidence() >= bound)
                    .toList();
            return new Row(kind, judged.size(), right(judged), certain.size(), right(certain));
        }

        private static long right(List<Judged> judged) {
            return judged.stream().filter(Judged::right).count();
        }

        /** Rows as plain text under a heading, each line ended. */
        public static String table(String counted, List<Row> rows) {
            var text = new StringBuilder(String.format(
                    "%-24s%9s%8s%9s%15s%8s\n", "kind", counted, "right", "certain", "certain, right", "%"));
            rows.forEach(row -> text.append(row.line()));
            return text.toString();
        }

        private String line() {
            return String.format(
                    Locale.ROOT,
                    "%-24s%9d%8d%9d%15d%8s\n",
                    kind,
                    examples,
                    right,
                    certain,
                    certainRight,
                    certain == 0 ? "-" : String.format(Locale.ROOT, "%.1f", 100.0 * certainRight / certain));
        }
    }

    /**
     * Fits once for each kind, and once on all.
     *
     * @param ridge as {@link LogisticFit#fit} takes it
     * @throws IllegalArgumentException if there are fewer than two kinds
     */
    public static LeaveOneKindOut of(List<Feature> features, List<Example> examples, double ridge) {
        var kinds = examples.stream()
                .collect(Collectors.groupingBy(Example::kind, LinkedHashMap::new, Collectors.toList()));
        if (kinds.size() < 2) {
            throw new IllegalArgumentException("To leave one kind out takes two or more, not " + kinds.keySet());
        }
        var heldOut = new LinkedHashMap<String, List<Judged>>();
        kinds.forEach((kind, own) -> {
            var others = examples.stream()
                    .filter(example -> !example.kind().equals(kind))
                    .toList();
            heldOut.put(kind, judged(LogisticFit.fit(features, others, ridge), own));
        });
        var model = LogisticFit.fit(features, examples, ridge);
        return new LeaveOneKindOut(model, heldOut, judged(model, examples));
    }

    private static List<Judged> judged(LogisticModel model, List<Example> examples) {
        return examples.stream()
                .map(example -> new Judged(model.probability(example.features()), example.right()))
                .toList();
    }

    /** The one that was fitted on all kinds. */
    public LogisticModel model() {
        return model;
    }

    /** All examples, each with the probability from the fit that has not seen its kind. */
    public List<Judged> heldOut() {
        return heldOut.values().stream().flatMap(Collection::stream).toList();
    }

    /** A kind's examples in their order, each with the probability from the fit that has not seen the kind. */
    public List<Judged> heldOut(String kind) {
        return List.copyOf(heldOut.getOrDefault(kind, List.of()));
    }

    /**
     * The smallest of the held-out probabilities from which on at least a wanted share is right; every example counts
     * the same.
     *
     * @param wanted 0 to 1
     * @return empty if not even the most certain ones are right so often
     */
    public OptionalDouble bound(double wanted) {
        var sorted = heldOut().stream()
                .sorted(Comparator.comparingDouble(Judged::confidence).reversed())
                .toList();
        var bound = OptionalDouble.empty();
        int right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            double confidence = sorted.get(i).confidence();
            boolean tied = i + 1 < sorted.size() && sorted.get(i + 1).confidence() == confidence;
            if (!tied && (double) right / (i + 1) >= wanted) {
                bound = OptionalDouble.of(confidence);
            }
        }
        return bound;
    }

    /** A row for each kind in the order of the examples, by the fit that has not seen it. */
    public List<Row> rows(double bound) {
        var rows = new ArrayList<Row>();
        heldOut.forEach((kind, judged) -> rows.add(Row.of(kind, judged, bound)));
        return rows;
    }

    /** All kinds together, each by the fit that has not seen it. */
    public Row total(double bound) {
        return Row.of(TOTAL, heldOut(), bound);
    }

    /** All kinds together by the one fit that has seen them all: what {@link #total} is less than, and no evidence. */
    public Row inSample(double bound) {
        return Row.of(IN_SAMPLE, inSample, bound);
    }

    /** The rows as plain text: a line for each kind, then the total, then all by the fit on everything. */
    public String table(double bound) {
        var rows = new ArrayList<>(rows(bound));
        rows.add(total(bound));
        rows.add(inSample(bound));
        return Row.table("examples", rows);
    }
}
