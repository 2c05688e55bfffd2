package org.numberreader.decoding.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.numberreader.layout.ruling.Skew;

/**
 * Where the columns of some rows end: as few cuts from top to bottom as part each row's neighbours. A cut that goes through as many
 * entries as it parts is none, so what stands in a column twice stays in one cell.
 *
 * @param cuts how far across they are, from left to right
 */
record Columns(List<Double> cuts) {
    /** How much a column's own slope counts against the rows': as if a column strayed by a half height over 25. */
    private static final double SQUARE = 625;

    Columns {
        cuts = List.copyOf(cuts);
    }

    static Columns of(List<List<Placed>> rows) {
        var pairs = new ArrayList<Gap>();
        var entries = new ArrayList<Placed>();
        for (var row : rows) {
            entries.addAll(row);
            for (int i = 1; i < row.size(); i++) {
                pairs.add(new Gap(row.get(i - 1).right(), row.get(i).left()));
            }
        }
        var candidates = candidates(entries);
        var cuts = new ArrayList<Double>();
        while (!pairs.isEmpty()) {
            Gap best = null;
            long most = 0;
            for (var candidate : candidates) {
                double at = candidate.middle();
                long parted = pairs.stream().filter(pair -> pair.has(at)).count();
                long cut = parted == 0
                        ? 0
                        : entries.stream()
                                .filter(entry -> entry.left() < at && at < entry.right())
                                .count();
                boolean better = parted - cut > most
                        || (best != null && parted - cut == most && candidate.width() > best.width());
                if (better) {
                    most = parted - cut;
                    best = candidate;
                }
            }
            if (best == null) {
                break;
            }
            double at = best.middle();
            cuts.add(at);
            pairs.removeIf(pair -> pair.has(at));
        }
        return new Columns(cuts.stream().sorted().toList());
    }

    private record Gap(double from, double to) {
        boolean has(double at) {
            return from <= at && at <= to;
        }

        double middle() {
            return (from + to) / 2;
        }

        double width() {
            return to - from;
        }
    }

    /** Between the places at which an entry begins or ends nothing changes. */
    private static List<Gap> candidates(List<Placed> entries) {
        double[] ends = entries.stream()
                .flatMapToDouble(entry -> DoubleStream.of(entry.left(), entry.right()))
                .sorted()
                .toArray();
        var candidates = new ArrayList<Gap>();
        for (int i = 1; i < ends.length; i++) {
            candidates.add(new Gap(ends[i - 1], ends[i]));
        }
        return candidates;
    }

    int count() {
        return cuts.size() + 1;
    }

    /** The column that an entry's middle is in. */
    int of(Placed placed) {
        return (int) cuts.stream().filter(cut -> cut < placed.across()).count();
    }

    /** The skew at which these columns are upright, too; that of few or low ones is the rows'. */
    Skew upright(List<List<Placed>> rows, Skew skew, double height) {
        double products = 0;
        double squares = SQUARE * height * height;
        for (int column = 0; column < count(); column++) {
            int own = column;
            var entries = rows.stream()
                    .flatMap(List::stream)
                    .filter(placed -> of(placed) == own)
                    .toList();
            double across =
                    entries.stream().mapToDouble(Placed::across).average().orElse(0);
            double down = entries.stream().mapToDouble(Placed::down).average().orElse(0);
            for (var placed : entries) {
                products += (placed.across() - across) * (placed.down() - down);
                squares += (placed.down() - down) * (placed.down() - down);
            }
        }
        return skew.withColumns(skew.columns() - products / squares);
    }
}
