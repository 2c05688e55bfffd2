package org.numberreader.segmentation.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.numberreader.segmentation.mark.Runs;

/**
 * Follows thin lines across the rows of a mask: a line is a short run of ink in each row that moves little from one row
 * to the next, and goes on under whatever crosses it.
 */
final class LineTracer {
    /** How far a line may lean: columns a row. */
    private static final double STEEPEST = 0.4;

    /** Rows that the lean is measured over: long enough that a run's jitter of a pixel does not matter. */
    private static final int MEMORY = 24;

    /** Rows that may hide a line, however long it is. */
    private static final int LONGEST_GAP = 4 * MEMORY;

    /** Rows of the shortest part of a line that is looked at. */
    private static final int FRAGMENT = 6;

    /** Rows of paper that a stroke goes on behind. */
    private static final int MOST_PAPER = 2;

    private final byte[] mask;
    private final int rows;
    private final int columns;
    private final double thickest;
    private final double usual;

    /** @param thickest the longest run that can be of a line, in pixels */
    LineTracer(byte[] mask, int rows, int columns, double thickest) {
        this(mask, rows, columns, thickest, 0);
    }

    private LineTracer(byte[] mask, int rows, int columns, double thickest, double usual) {
        this.usual = usual;
        this.mask = mask;
        this.rows = rows;
        this.columns = columns;
        this.thickest = thickest;
    }

    /** The longest run that can be of a line, in pixels, from its usual thickness. */
    static double longestRun(double thickness) {
        return 1.6 * thickness + 1;
    }

    /**
     * The same for lines that lean as others do.
     *
     * @param lean what is expected of a line as long as it is too short to tell, columns a row
     */
    LineTracer leaning(double lean) {
        return new LineTracer(mask, rows, columns, thickest, lean);
    }

    /** One row's ink of a line: the columns {@code from} (inclusive) to {@code to} (exclusive). */
    record Run(int row, int from, int to) {
        double centre() {
            return (from + to - 1) / 2.0;
        }

        int length() {
            return to - from;
        }
    }

    /** A line's runs in order, without the rows where something crosses it. */
    static final class Trace {
        private final List<Run> runs = new ArrayList<>();
        private final double usual;
        private int missing;
        private int misses;
        private double thickness = -1;
        private Run last;
        private double lean;

        private Trace(double usual, Run first) {
            this.usual = usual;
            this.last = first;
            add(List.of(first));
        }

        /** Goes on with what follows the last run. */
        private void add(List<Run> more) {
            runs.addAll(more);
            last = runs.get(runs.size() - 1);
            Run earlier = runs.get(Math.max(0, runs.size() - MEMORY));
            int apart = last.row() - earlier.row();
            lean = apart < MEMORY / 2 ? usual : (last.centre() - earlier.centre()) / apart;
        }

        List<Run> runs() {
            return runs;
        }

        /** Rows from its first to its last run. */
        int span() {
            return last().row() - runs.get(0).row() + 1;
        }

        /** Of a whole line, in the middle of its runs' lengths. */
        double thickness() {
            if (thickness < 0) {
                thickness = runs.stream()
                        .mapToInt(Run::length)
                        .sorted()
                        .skip(runs.size() / 2)
                        .findFirst()
                        .orElse(0);
            }
            return thickness;
        }

        Run first() {
            return runs.get(0);
        }

        /** Columns a row, from end to end. */
        double slope() {
            return (last().centre() - first().centre()) / Math.max(1, last().row() - first().row());
        }

        /** Where the straight line from end to end is in a row, as a column. */
        double at(double row) {
            return first().centre() + slope() * (row - first().row());
        }

        /** The column halfway from end to end. */
        double middle() {
            return (first().centre() + last().centre()) / 2;
        }

        /** Whether it shows in most rows, and is interrupted in few. */
        private boolean isWhole() {
            return runs.size() >= 0.5 * span() && misses <= 0.15 * span();
        }

        /** Whether this begins after the other where the other would go on. */
        private boolean continues(Trace other) {
            Run first = runs.get(0);
            int gap = first.row() - other.last().row();
            double away = Math.abs(first.centre() - other.expected(first.row()));
            return gap > 0
                    && gap <= Math.min(LONGEST_GAP, Math.max(span(), other.span()))
                    && away <= 2 + 0.08 * gap
                    && Math.abs(lean - other.lean) < 0.15;
        }

        Run last() {
            return last;
        }

        private double expected(int row) {
            return last.centre() + lean * (row - last.row());
        }
    }

    /** All lines of at least so many rows, hardly any of which show nothing of the line or of what crosses it. */
    List<Trace> traces(int shortest) {
        return traces(shortest, Integer.MAX_VALUE);
    }

    /** The same that end where there is paper: the sides of boxes beside each other are not one line. */
    List<Trace> strokes(int shortest) {
        return traces(shortest, MOST_PAPER);
    }

    private List<Trace> traces(int shortest, int mostPaper) {
        var open = new ArrayList<Trace>();
        var ended = new ArrayList<Trace>();
        for (int row = 0; row < rows; row++) {
            for (var run : extend(open, runs(row), row)) {
                open.add(new Trace(usual, run));
            }
            close(open, ended, row, mostPaper);
        }
        close(open, ended, Integer.MAX_VALUE / 2, mostPaper);
        return joined(ended, mostPaper).stream()
                .filter(trace -> trace.span() >= shortest && trace.isWhole())
                .toList();
    }

    private List<Run> runs(int row) {
        var runs = new ArrayList<Run>();
        int first = row * columns;
        int end = first + columns;
        for (int at = Runs.ink(mask, first, end); at < end; ) {
            int from = at;
            while (at < end && mask[at] != 0) {
                at++;
            }
            if (at - from <= thickest) {
                runs.add(new Run(row, from - first, at - first));
            }
            at = Runs.ink(mask, at, end);
        }
        return runs;
    }

    /**
     * Gives each open line the run that lies where it should go on.
     *
     * @param runs of the row, from left to right
     * @return those that no line took
     */
    private List<Run> extend(List<Trace> open, List<Run> runs, int row) {
        var taken = new BitSet(runs.size());
        for (var trace : open) {
            double expected = trace.expected(row);
            int best = nearest(
                    runs, taken, expected, 1.5 + 0.05 * (row - trace.last().row()));
            if (best >= 0 && Math.abs(trace.lean) <= STEEPEST) {
                trace.add(List.of(runs.get(best)));
                // What is missed behind the last run is not the line's: it has ended there.
                trace.misses += trace.missing;
                trace.missing = 0;
                taken.set(best);
            } else if (!isInk(row, expected)) {
                trace.missing++;
            }
        }
        var left = new ArrayList<Run>();
        for (int i = taken.nextClearBit(0); i < runs.size(); i = taken.nextClearBit(i + 1)) {
            left.add(runs.get(i));
        }
        return left;
    }

    /** The run nearest to a column that is nearer than so much and was not taken; -1 if there is none. */
    private static int nearest(List<Run> runs, BitSet taken, double column, double nearer) {
        double nearest = nearer;
        int best = -1;
        for (int i = firstFrom(runs, column - nearer); i < runs.size(); i++) {
            double away = Math.abs(runs.get(i).centre() - column);
            if (runs.get(i).centre() - column >= nearest) {
                break;
            }
            if (away < nearest && !taken.get(i)) {
                nearest = away;
                best = i;
            }
        }
        return best;
    }

    /** The first run whose centre is at a column or right of it. */
    private static int firstFrom(List<Run> runs, double column) {
        int low = 0;
        int high = runs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runs.get(middle).centre() < column) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isInk(int row, double column) {
        int at = (int) Math.round(column);
        return at >= 0 && at < columns && mask[row * columns + at] != 0;
    }

    /** A line may miss some rows, more the longer it is already; where it is lost it has ended. */
    private void close(List<Trace> open, List<Trace> ended, int row, int mostPaper) {
        for (Iterator<Trace> traces = open.iterator(); traces.hasNext(); ) {
            var trace = traces.next();
            int patience = Math.min(Math.min(MEMORY, mostPaper), trace.runs.size() / 6);
            if (trace.missing > patience || row - trace.last().row() > 2 * MEMORY + trace.span()) {
                traces.remove();
                if (trace.runs.size() >= FRAGMENT) {
                    ended.add(trace);
                }
            }
        }
    }

    /** Joins the parts of lines that were lost under what crosses them. */
    private List<Trace> joined(List<Trace> parts, int mostPaper) {
        var sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparingInt(trace -> trace.runs.get(0).row()));
        var joined = new ArrayList<Trace>();
        var recent = new ArrayList<Trace>();
        for (var part : sorted) {
            Trace before = null;
            recent.removeIf(trace -> part.first().row() - trace.last().row() > LONGEST_GAP);
            for (var trace : recent) {
                if (part.continues(trace) && paperBetween(trace.last(), part.first()) <= mostPaper) {
                    before = trace;
                }
            }
            if (before == null) {
                joined.add(part);
                recent.add(part);
            } else {
                before.misses += part.misses + paperBetween(before.last(), part.runs.get(0));
                before.add(part.runs);
            }
        }
        return joined;
    }

    /** Rows between two parts of a line in which nothing crosses it: bars of neighbouring digits are no line. */
    private int paperBetween(Run last, Run first) {
        double step = (first.centre() - last.centre()) / (first.row() - last.row());
        int paper = 0;
        for (int row = last.row() + 1; row < first.row(); row++) {
            double expected = last.centre() + step * (row - last.row());
            boolean ink = isInk(row, expected) || isInk(row, expected - 1) || isInk(row, expected + 1);
            paper += ink ? 0 : 1;
        }
        return paper;
    }
}
