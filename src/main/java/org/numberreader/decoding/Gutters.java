package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.numberreader.decoding.table.Tilt;
import org.numberreader.layout.ruling.Skew;
import org.numberreader.recognition.Symbol;

/**
 * What parts the columns of a table that has no lines: strips from top to bottom in which hardly anything is written. One line alone
 * does not tell a wide gap within a number from a narrow one between two; the lines above and below do.
 */
final class Gutters {
    /** So many lines have a wide gap in the same place: two do by chance. */
    private static final int LINES = 3;

    /** For one symbol or narrow gap in a gutter so many lines have their gap there: a heading may go over it. */
    private static final int CLEAR = 5;

    /** On a gutter a gap parts numbers that is half as wide as it has to be elsewhere. */
    private static final double NARROW = 0.5;

    private final Skew skew;
    private final List<Span> symbols = new ArrayList<>();
    private final List<Span> gaps = new ArrayList<>();
    private final double wide;
    private final List<Double> middles;

    private Gutters(List<LineText> texts) {
        skew = skew(texts);
        var heights = new ArrayList<Double>();
        for (var text : texts) {
            var written = written(text.look().symbols());
            for (int i = 0; i < written.size(); i++) {
                var symbol = written.get(i);
                symbols.add(span(text.look(), symbol));
                if (symbol.symbol().isDigit()) {
                    heights.add((double) text.look().box(symbol).height());
                }
                if (i > 0) {
                    gaps.add(gap(text.look(), written.get(i - 1), symbol));
                }
            }
        }
        wide = LineParser.widest(heights, gaps.stream().map(Span::width).toList());
        middles = gaps.stream()
                .filter(gap -> gap.width() > NARROW * wide)
                .map(Span::middle)
                .filter(this::isGutter)
                .toList();
    }

    /** How far across something reaches. */
    private record Span(double from, double to) {
        boolean has(double at) {
            return from < at && at < to;
        }

        double middle() {
            return (from + to) / 2;
        }

        double width() {
            return to - from;
        }
    }

    /** The same lines, whose numbers go over no gutter any more. */
    static List<LineText> parted(List<LineText> texts) {
        if (texts.size() < LINES) {
            return texts;
        }
        var gutters = new Gutters(texts);
        return gutters.middles.isEmpty()
                ? texts
                : texts.stream().map(gutters::parted).toList();
    }

    /** As the digits say: a short line hardly has a direction of its own. */
    private static Skew skew(List<LineText> texts) {
        var digits = texts.stream()
                .flatMap(text -> text.look().symbols().stream()
                        .filter(found -> found.symbol().isDigit())
                        .map(text.look()::box))
                .toList();
        var heights = digits.stream().map(box -> (double) box.height()).toList();
        return Tilt.of(digits, LineParser.median(heights, 1));
    }

    private static List<FoundSymbol> written(List<FoundSymbol> symbols) {
        return symbols.stream()
                .filter(found -> found.symbol() != Symbol.BORDER && found.symbol() != Symbol.OTHER)
                .toList();
    }

    private Span span(Look look, FoundSymbol symbol) {
        var box = look.box(symbol);
        double middle = skew.across(box.x() + box.width() / 2.0, box.y() + box.height() / 2.0);
        return new Span(middle - box.width() / 2.0, middle + box.width() / 2.0);
    }

    private Span gap(Look look, FoundSymbol before, FoundSymbol symbol) {
        return new Span(span(look, before).to, span(look, symbol).from);
    }

    /** Whether enough lines have a wide gap at a place, and few a narrow one or something that is written. */
    private boolean isGutter(double at) {
        var here = gaps.stream().filter(gap -> gap.has(at)).toList();
        long parting = here.stream().filter(gap -> gap.width() > wide).count();
        long narrow = here.stream().filter(gap -> gap.width() <= NARROW * wide).count();
        long over = symbols.stream().filter(symbol -> symbol.has(at)).count();
        return parting >= LINES && (narrow + over) * CLEAR <= here.size();
    }

    private LineText parted(LineText text) {
        var parts = new ArrayList<WrittenPart>();
        @Nullable FoundSymbol before = null;
        for (var part : text.parts()) {
            int from = 0;
            boolean apart = part.apart();
            for (int i = 0; i < part.symbols().size(); i++) {
                var symbol = part.symbols().get(i);
                if (before != null && isParted(gap(text.look(), before, symbol))) {
                    if (i > from) {
                        parts.add(new WrittenPart(part.symbols().subList(from, i), apart));
                    }
                    from = i;
                    apart = true;
                }
                before = symbol;
            }
            parts.add(
                    new WrittenPart(part.symbols().subList(from, part.symbols().size()), apart));
        }
        return new LineText(text.line(), text.look(), parts);
    }

    private boolean isParted(Span gap) {
        return gap.width() > NARROW * wide && middles.stream().anyMatch(gap::has);
    }
}
