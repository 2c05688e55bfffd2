package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.numberreader.recognition.Symbol;

/**
 * Parts a line's symbols into numbers and what is between them. To a number belong points and commas between its digits, a minus
 * before it, a percent sign behind it, and a currency sign on either side; operators, dashes between digits, printed borders, other
 * handwriting and wide gaps part numbers.
 */
final class LineParser {
    /** A gap so many times as wide as the digits are high parts numbers, unless most of the line's gaps are as wide. */
    private static final double WIDE = 1.1;

    /** A gap so many times as wide as half of the line's gaps does. */
    private static final double WIDER = 2.5;

    /** The height of a line's digits where it has none, in the line's pixels. */
    private static final double USUAL = 28;

    private final List<FoundSymbol> symbols;
    private final double widest;
    private final List<WrittenPart> parts = new ArrayList<>();
    private final List<FoundSymbol> open = new ArrayList<>();
    private boolean apart;

    private LineParser(List<FoundSymbol> symbols) {
        this.symbols = symbols;
        this.widest = widest(symbols);
    }

    /** The parts from left to right. */
    static List<WrittenPart> parts(List<FoundSymbol> symbols) {
        var parser = new LineParser(symbols);
        for (int i = 0; i < symbols.size(); i++) {
            parser.add(i);
        }
        parser.close();
        return parser.parts;
    }

    private static double widest(List<FoundSymbol> symbols) {
        var heights = new ArrayList<Double>();
        var gaps = new ArrayList<Double>();
        for (int i = 0; i < symbols.size(); i++) {
            if (symbols.get(i).symbol().isDigit()) {
                heights.add(symbols.get(i).height());
                if (i > 0 && symbols.get(i - 1).symbol().isDigit()) {
                    gaps.add(symbols.get(i).left() - symbols.get(i - 1).right());
                }
            }
        }
        return widest(heights, gaps);
    }

    /** A gap that is wider parts numbers: of digits of these heights with these gaps between them. */
    static double widest(List<Double> heights, List<Double> gaps) {
        return Math.max(WIDE * median(heights, USUAL), WIDER * median(gaps, 0));
    }

    /** The middle one, the lower of two. */
    static double median(List<Double> values, double none) {
        return values.isEmpty() ? none : values.stream().sorted().toList().get((values.size() - 1) / 2);
    }

    private void add(int index) {
        var found = symbols.get(index);
        var symbol = found.symbol();
        if (index > 0 && gap(index) > widest) {
            close();
            apart = true;
        }
        if (symbol == Symbol.BORDER) {
            close();
            apart = true;
        } else if (symbol.isDigit()) {
            open.add(found);
        } else if (isCurrency(symbol)) {
            addCurrency(index);
        } else if (belongs(symbol, index)) {
            open.add(found);
            if (symbol == Symbol.PERCENT) {
                close();
            }
        } else {
            addAlone(found);
        }
    }

    /** A currency sign ends the number before it, unless that has one or the next number is closer. */
    private void addCurrency(int index) {
        var found = symbols.get(index);
        var next = next(index);
        if (isInside()) {
            boolean leads = next != null && next.isDigit() && gap(index) > gap(index + 1);
            if (!leads && open.stream().noneMatch(before -> isCurrency(before.symbol()))) {
                open.add(found);
                close();
                return;
            }
            close();
        }
        if (next != null && (next.isDigit() || (next == Symbol.MINUS && open.isEmpty()))) {
            open.add(found);
        } else {
            addAlone(found);
        }
    }

    private void addAlone(FoundSymbol found) {
        close();
        parts.add(new WrittenPart(List.of(found), apart));
        apart = false;
    }

    /** Whether a sign belongs to the number that is open, or to the one that begins with it. */
    private boolean belongs(Symbol symbol, int index) {
        var next = next(index);
        return switch (symbol) {
            case POINT, COMMA ->
                next != null
                        && next.isDigit()
                        && isInside()
                        && open.get(open.size() - 1).symbol().isDigit();
            case MINUS -> next != null && (next.isDigit() || isCurrency(next)) && beginsNumber(index);
            case PERCENT -> isInside();
            default -> false;
        };
    }

    private boolean isInside() {
        return open.stream().anyMatch(found -> found.symbol().isDigit());
    }

    /** The gap before a symbol. */
    private double gap(int index) {
        return symbols.get(index).left() - symbols.get(index - 1).right();
    }

    /** What comes next without a wide gap; null for nothing. */
    private @Nullable Symbol next(int index) {
        return index + 1 < symbols.size() && gap(index + 1) <= widest
                ? symbols.get(index + 1).symbol()
                : null;
    }

    /** Whether a minus is a sign and no dash: behind nothing, or behind the currency sign of a number to come. */
    private boolean beginsNumber(int index) {
        return open.isEmpty()
                ? !followsNumber(index)
                : open.size() == 1 && isCurrency(open.get(0).symbol());
    }

    private boolean followsNumber(int index) {
        if (apart || index == 0) {
            return false;
        }
        var before = symbols.get(index - 1).symbol();
        return before.isDigit()
                || before == Symbol.PERCENT
                || isCurrency(before)
                || before == Symbol.POINT
                || before == Symbol.COMMA;
    }

    private static boolean isCurrency(Symbol symbol) {
        return symbol == Symbol.DOLLAR || symbol == Symbol.EURO || symbol == Symbol.POUND;
    }

    private void close() {
        if (!open.isEmpty()) {
            parts.add(new WrittenPart(open, apart));
            open.clear();
            apart = false;
        }
    }
}
