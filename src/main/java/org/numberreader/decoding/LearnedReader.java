package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.layout.LineInk;
import org.numberreader.layout.RectifiedLine;
import org.numberreader.layout.TextLine;
import org.numberreader.recognition.ColumnScores;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitScores;
import org.numberreader.recognition.InkModel;
import org.numberreader.recognition.LineNetwork;
import org.numberreader.recognition.LineRecognizer;
import org.numberreader.recognition.Symbol;

/** Development version. */
public final class LearnedReader {
    static double[] EXTENTS = {1.4, 1.8};
    static double BEYOND = 0.8;
    static double CNN = 0.5;
    static double GAP = 0.9;
    static double GAPK = 1.5;

    private final InkModel ink;
    private final LineRecognizer recognizer;
    private final DigitClassifier classifier;

    public LearnedReader(InkModel ink, LineRecognizer recognizer, DigitClassifier classifier) {
        this.ink = ink;
        this.recognizer = recognizer;
        this.classifier = classifier;
    }

    public record Out(String value, double[] features, Box box) {}

    public static final List<String> NAMES = List.of(
            "minLine",
            "meanLine",
            "agree",
            "otherLookLogP",
            "cnnMin",
            "cnnNot",
            "logLength",
            "otherBeside",
            "rest",
            "heightSpread",
            "found",
            "logHeight",
            "runnerUp");

    private record Look(
            RectifiedLine line, ColumnScores scores, BeamSearch search, List<FoundSymbol> symbols, double logP) {}

    public List<Out> read(GrayImage picture) {
        var located = new LineLocator(ink::map).locate(picture);
        var lines = located.lines();
        if (lines.isEmpty()) {
            double h = picture.height() / 1.3;
            lines = List.of(new TextLine(0, picture.height() / 2.0, picture.width(), 0, h, 0));
        }
        var cuts = new ArrayList<RectifiedLine>();
        for (var line : lines) {
            for (double extent : EXTENTS) {
                cuts.add(RectifiedLine.cut(picture, line, LineNetwork.HEIGHT, extent, line.found() == 0 ? 0 : BEYOND));
            }
        }
        var scores = recognizer.score(cuts.stream().map(RectifiedLine::image).toList());
        var outs = new ArrayList<Out>();
        for (int i = 0; i < lines.size(); i++) {
            var looks = new ArrayList<Look>();
            for (int k = 0; k < EXTENTS.length; k++) {
                looks.add(look(cuts.get(i * EXTENTS.length + k), scores.get(i * EXTENTS.length + k)));
            }
            outs.addAll(line(looks));
        }
        return outs;
    }

    private static Look look(RectifiedLine line, ColumnScores scores) {
        var search = new BeamSearch(scores, any -> true, 0, Expectation.LONGEST);
        var best = search.best(0, scores.columns(), 1).get(0);
        return new Look(
                line,
                scores,
                search,
                found(search, best.symbols(), scores, 0, scores.columns()),
                best.logProbability());
    }

    private static List<FoundSymbol> found(
            BeamSearch search, List<Symbol> symbols, ColumnScores scores, int from, int to) {
        int[] columns = search.columns(symbols, from, to);
        var found = new ArrayList<FoundSymbol>();
        for (int i = 0; i < columns.length; i++) {
            int c = columns[i];
            found.add(new FoundSymbol(
                    symbols.get(i),
                    c,
                    scores.probability(c, symbols.get(i)),
                    scores.left(c),
                    scores.top(c),
                    scores.right(c),
                    scores.bottom(c)));
        }
        return found;
    }

    private List<Out> line(List<Look> looks) {
        var main = looks.stream().max(Comparator.comparingDouble(Look::logP)).orElseThrow();
        var outs = new ArrayList<Out>();
        for (var group : groups(main.symbols)) {
            var digits = group.stream().filter(f -> f.symbol().isDigit()).toList();
            if (!digits.isEmpty()) {
                outs.add(number(main, looks, digits));
            }
        }
        return outs;
    }

    /** Digits of one number; what parts them is left out. */
    private static List<List<FoundSymbol>> groups(List<FoundSymbol> symbols) {
        var gaps = new ArrayList<Double>();
        var heights = new ArrayList<Double>();
        FoundSymbol before = null;
        for (var s : symbols) {
            if (s.symbol().isDigit()) {
                heights.add(s.height());
                if (before != null && before.symbol().isDigit()) {
                    gaps.add(s.left() - before.right());
                }
            }
            before = s;
        }
        double height = median(heights, 28);
        double gap = Math.max(0, median(gaps, 0));
        double widest = GAP * height + GAPK * Math.min(gap, 0.4 * height);
        var groups = new ArrayList<List<FoundSymbol>>();
        var group = new ArrayList<FoundSymbol>();
        FoundSymbol lastDigit = null;
        for (var s : symbols) {
            boolean inner = s.symbol() == Symbol.POINT || s.symbol() == Symbol.COMMA;
            if (s.symbol().isDigit()) {
                if (lastDigit != null
                        && s.left() - lastDigit.right() > widest
                        && !group.isEmpty()
                        && group.get(group.size() - 1).symbol().isDigit()) {
                    groups.add(List.copyOf(group));
                    group.clear();
                }
                group.add(s);
                lastDigit = s;
            } else if (inner && !group.isEmpty()) {
                group.add(s);
            } else if (!group.isEmpty()) {
                groups.add(List.copyOf(group));
                group.clear();
                lastDigit = null;
            }
        }
        if (!group.isEmpty()) {
            groups.add(List.copyOf(group));
        }
        return groups;
    }

    private static double median(List<Double> values, double none) {
        if (values.isEmpty()) {
            return none;
        }
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private Out number(Look main, List<Look> looks, List<FoundSymbol> digits) {
        var frames = digits.stream()
                .map(d -> DigitFrame.of(LineInk.of(main.line.image(), d.left(), d.top(), d.right(), d.bottom())))
                .toList();
        List<DigitScores> cnn = classifier.score(frames);
        var value = new StringBuilder();
        double cnnMin = 0;
        double cnnNot = 0;
        double minLine = 0;
        double sumLine = 0;
        double runner = -20;
        for (int i = 0; i < digits.size(); i++) {
            var d = digits.get(i);
            int best = -1;
            double highest = -1e9;
            double second = -1e9;
            for (int k = 0; k < 10; k++) {
                double lp = Math.log(Math.max(
                                1e-6,
                                main.scores.probability(d.column(), Symbol.all().get(k))))
                        + CNN * Math.log(Math.max(1e-4, cnn.get(i).digits()[k]));
                if (lp > highest) {
                    second = highest;
                    highest = lp;
                    best = k;
                } else {
                    second = Math.max(second, lp);
                }
            }
            runner = Math.max(runner, second - highest);
            value.append(best);
            double lp = Math.log(Math.max(
                    1e-6, main.scores.probability(d.column(), Symbol.all().get(best))));
            minLine = Math.min(minLine, lp);
            sumLine += lp;
            cnnMin = Math.min(cnnMin, Math.log(Math.max(1e-4, cnn.get(i).digits()[best])));
            cnnNot = Math.max(cnnNot, cnn.get(i).notADigit());
        }
        String read = value.toString();
        boolean agree = true;
        double otherLogP = 0;
        double from = along(main, digits.get(0).left());
        double to = along(main, digits.get(digits.size() - 1).right());
        for (var look : looks) {
            if (look == main) {
                continue;
            }
            var text = new StringBuilder();
            double p = 0;
            for (var s : look.symbols) {
                double at = along(look, s.centre());
                if (s.symbol().isDigit() && at >= from && at <= to) {
                    text.append(s.symbol().text());
                    p = Math.min(p, Math.log(Math.max(1e-6, s.probability())));
                }
            }
            boolean same = text.toString().equals(read);
            agree &= same;
            otherLogP = same ? p : -5;
        }
        double rest = 0;
        var scores = main.scores;
        int first = Math.max(0, digits.get(0).column() - 6);
        int last = Math.min(scores.columns() - 1, digits.get(digits.size() - 1).column() + 6);
        for (int c = first; c <= last; c++) {
            boolean own = false;
            for (var s : main.symbols) {
                own |= Math.abs(s.column() - c) <= 2;
            }
            if (!own) {
                rest = Math.max(rest, 1 - scores.probability(c, Symbol.NONE));
            }
        }
        double height = median(digits.stream().map(FoundSymbol::height).toList(), 28);
        double spread = 0;
        for (var d : digits) {
            spread = Math.max(spread, Math.abs(Math.log(Math.max(1, d.height()) / Math.max(1, height))));
        }
        double beside = 0;
        for (var s : main.symbols) {
            boolean near = s.right() > digits.get(0).left() - 0.6 * height
                    && s.left() < digits.get(digits.size() - 1).right() + 0.6 * height;
            if (near && s.symbol() == Symbol.OTHER) {
                beside = 1;
            }
        }
        double x0 = digits.get(0).left();
        double x1 = digits.get(digits.size() - 1).right();
        double y0 = digits.stream().mapToDouble(FoundSymbol::top).min().orElse(0);
        double y1 = digits.stream().mapToDouble(FoundSymbol::bottom).max().orElse(0);
        double[] f = {
            minLine,
            sumLine / digits.size(),
            agree ? 1 : 0,
            otherLogP,
            cnnMin,
            cnnNot,
            Math.log(digits.size()),
            beside,
            rest,
            spread,
            main.line.line().found(),
            Math.log(height / main.line.scale()),
            runner
        };
        return new Out(read, f, main.line.box(x0, y0, x1, y1));
    }

    private static double along(Look look, double x) {
        return look.line.left() + x / look.line.scale();
    }
}
