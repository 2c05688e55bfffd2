package org.numberreader.training.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.GrayImage;
import org.numberreader.recognition.Symbol;
import org.numberreader.training.strokes.PlacedInk;

/** Writes a row of symbols from left to right, with what a hand adds to them: ligatures, flourishes, underlines, struck digits. */
final class RowWriter {
    private static final GrayImage NOTHING = new GrayImage(1, 1, new byte[1]);

    /** The share of points and commas that stand within their neighbours' reach. */
    private static final double TUCKED = 0.4;

    private final Penman penman;

    RowWriter(Penman penman) {
        this.penman = penman;
    }

    /** A symbol that is written already, at its place in the row. */
    private record Laid(Symbol symbol, PlacedInk placed, double left) {
        double right() {
            return left + placed.ink().width();
        }
    }

    /** A row as hands write it. */
    WrittenRow write(String text, Style style, Random random) {
        var row = neat(text, style, random);
        ligatures(row.symbols(), row.ink(), style, random);
        var written = extras(row.symbols(), row.ink(), style, row.top(), random);
        return new WrittenRow(row.ink(), written, row.height(), row.top());
    }

    /** A row of nothing but its symbols: no ligatures, no flourishes, and no digit is struck. */
    WrittenRow neat(String text, Style style, Random random) {
        var laid = laid(text, style, random);
        double height = style.height();
        double room = 1.6 * height;
        double right = room;
        for (var symbol : laid) {
            right = Math.max(right, symbol.right());
        }
        var ink = new Plane((int) (right + room), (int) (height + 2 * room));
        var symbols = new ArrayList<WrittenSymbol>();
        for (var symbol : laid) {
            symbols.add(put(symbol, ink, room, random));
        }
        return new WrittenRow(ink, symbols, height, room);
    }

    private static WrittenSymbol put(Laid laid, Plane ink, double room, Random random) {
        double top = room + laid.placed.top();
        if (laid.symbol == Symbol.BORDER) {
            return new WrittenSymbol(Symbol.BORDER, laid.left, room, laid.left, ink.height - room);
        }
        int left = (int) Math.round(laid.left);
        ink.lay(laid.placed.ink(), left, (int) Math.round(top), 0.9f + 0.1f * random.nextFloat());
        int width = laid.placed.ink().width();
        return new WrittenSymbol(
                laid.symbol, left, top, left + width, top + laid.placed.ink().height());
    }

    private List<Laid> laid(String text, Style style, Random random) {
        var laid = new ArrayList<Laid>();
        double height = style.height();
        double x = 1.6 * height;
        boolean spaced = random.nextDouble() < 0.25;
        @Nullable Symbol before = null;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == ' ') {
                x += height * (1 + 2 * random.nextDouble());
                before = null;
                continue;
            }
            if (letter == '|') {
                double beside = height * (before == null ? 0 : 0.04 + 0.5 * random.nextDouble());
                x += beside;
                laid.add(new Laid(Symbol.BORDER, new PlacedInk(NOTHING, 0), x));
                x += height * (0.06 + 0.5 * random.nextDouble());
                before = null;
                continue;
            }
            var symbol = letter >= 'a' && letter <= 'c'
                    ? Symbol.OTHER
                    : Objects.requireNonNull(Symbol.of(String.valueOf(letter)));
            if (before != null) {
                x += isSpaced(spaced, before, symbol)
                        ? height * (0.5 + 1.6 * random.nextDouble())
                        : gap(before, symbol, style, random);
            }
            var placed = letter == 'b' || letter == 'c'
                    ? penman.writeLookalike(letter == 'c', style, random)
                    : penman.write(symbol, style, random);
            laid.add(new Laid(symbol, placed, x));
            x += placed.ink().width();
            before = symbol;
        }
        return laid;
    }

    /** Whether a hand that leaves room around operators leaves some here. */
    private static boolean isSpaced(boolean spaced, Symbol before, Symbol symbol) {
        return spaced && (isOperator(before) || isOperator(symbol));
    }

    private static boolean isOperator(Symbol symbol) {
        return symbol.isSign() && "+-=×÷".contains(symbol.text());
    }

    private static double gap(Symbol before, Symbol symbol, Style style, Random random) {
        double height = style.height();
        if (symbol == Symbol.POINT || symbol == Symbol.COMMA) {
            // Some stand under what leans over them: at the foot of a 7, between the stem of a 4 and the next digit.
            return height
                    * (random.nextDouble() < TUCKED
                            ? -0.3 + 0.3 * random.nextDouble()
                            : -0.02 + 0.25 * random.nextDouble());
        }
        if (before == Symbol.POINT || before == Symbol.COMMA) {
            return height
                    * (random.nextDouble() < TUCKED
                            ? -0.24 + 0.24 * random.nextDouble()
                            : -0.04 + 0.35 * random.nextDouble());
        }
        if (symbol.isSign() || before.isSign()) {
            if (random.nextDouble() < 0.12) {
                return height * (-0.16 + 0.16 * random.nextDouble());
            }
            return height * (0.03 + 0.5 * random.nextDouble() * random.nextDouble() + 0.1 * random.nextDouble());
        }
        if (symbol == Symbol.OTHER && before == Symbol.OTHER) {
            return height * (-0.05 + 0.25 * random.nextDouble());
        }
        return style.gap(random);
    }

    /** Strokes that go on from one digit to the next. */
    private static void ligatures(List<WrittenSymbol> symbols, Plane ink, Style style, Random random) {
        boolean noughts = random.nextDouble() < 0.25;
        if (!noughts && random.nextDouble() > 0.08) {
            return;
        }
        for (int i = 1; i < symbols.size(); i++) {
            var one = symbols.get(i - 1);
            var next = symbols.get(i);
            boolean joined = noughts
                    ? one.symbol() == Symbol.ZERO && next.symbol() == Symbol.ZERO
                    : one.symbol().isDigit() && next.symbol().isDigit() && random.nextBoolean();
            if (joined) {
                double height = one.bottom() - one.top();
                double y = one.top()
                        + height * (noughts || random.nextBoolean() ? 0.02 + 0.28 * random.nextDouble() : 0.9);
                double sag = height * 0.15 * random.nextGaussian();
                double fromX = one.right() - 0.25 * (one.right() - one.left());
                double toX = next.left() + 0.25 * (next.right() - next.left());
                ink.curve(
                        new double[] {
                            fromX, y, (fromX + toX) / 2, y + sag, toX, y + 0.1 * height * random.nextGaussian()
                        },
                        0.8 * style.pen(),
                        0.9f);
            }
        }
    }

    /** Underlines, flourishes and rings, which are nobody's; and struck digits, which are no digits any more. */
    private static List<WrittenSymbol> extras(
            List<WrittenSymbol> symbols, Plane ink, Style style, double room, Random random) {
        double height = style.height();
        double kind = random.nextDouble();
        var first = symbols.get(0);
        var last = symbols.get(symbols.size() - 1);
        double pen = style.pen();
        if (kind < 0.04) {
            double y = room + height * (1.08 + 0.25 * random.nextDouble());
            ink.stroke(
                    first.left() - 0.3 * height * random.nextDouble(),
                    y,
                    last.right() + 0.4 * height * random.nextDouble(),
                    y + 0.06 * height * random.nextGaussian(),
                    pen,
                    1,
                    0);
        } else if (kind < 0.07) {
            double y = room + height * (0.2 + 0.7 * random.nextDouble());
            double x = last.right() + 0.05 * height;
            double far = height * (0.5 + 0.9 * random.nextDouble());
            ink.curve(
                    new double[] {
                        x,
                        y,
                        x + far / 3,
                        y - 0.3 * height * random.nextDouble(),
                        x + far * 0.7,
                        y + 0.4 * height * random.nextDouble(),
                        x + far,
                        y - 0.1 * height
                    },
                    pen,
                    1);
        } else if (kind < 0.11) {
            ring(symbols, ink, style, room, random);
        } else if (kind < 0.15) {
            return struck(symbols, ink, style, room, random);
        } else if (kind < 0.21) {
            specks(ink, style, room, random);
        } else if (kind < 0.33) {
            stray(ink, style, room, random);
        }
        return symbols;
    }

    /** A short stroke that belongs to nothing, or a broken one, above where points stand. */
    private static void stray(Plane ink, Style style, double room, Random random) {
        double height = style.height();
        double x = ink.width * random.nextDouble();
        double y = room + height * (0.45 * random.nextDouble() - 0.15);
        double pen = Math.max(0.8, style.pen() * (0.6 + 0.5 * random.nextDouble()));
        for (int part = random.nextInt(2); part >= 0; part--) {
            double toX = x + 0.07 * height * random.nextGaussian();
            double toY = y + 0.12 * height * random.nextDouble();
            ink.stroke(x, y, toX, toY, pen, 1, 0);
            x = toX;
            y = toY + height * (0.05 + 0.06 * random.nextDouble());
        }
    }

    /** Specks of ink, dust and noise: smaller than a point. */
    private static void specks(Plane ink, Style style, double room, Random random) {
        for (int i = random.nextInt(5); i >= 0; i--) {
            double x = ink.width * random.nextDouble();
            double y = room + style.height() * (1.6 * random.nextDouble() - 0.3);
            double pen = Math.max(0.6, style.pen() * (0.3 + 0.5 * random.nextDouble()));
            ink.stroke(
                    x,
                    y,
                    x + pen * random.nextGaussian(),
                    y + pen * random.nextGaussian(),
                    pen,
                    0.4f + 0.6f * random.nextFloat(),
                    0);
        }
    }

    /** A ring around all or some of the symbols, closed or nearly so. */
    private static void ring(List<WrittenSymbol> symbols, Plane ink, Style style, double room, Random random) {
        double height = style.height();
        boolean all = random.nextBoolean();
        int from = all ? 0 : random.nextInt(symbols.size());
        int to = all ? symbols.size() - 1 : from + random.nextInt(Math.min(3, symbols.size() - from));
        double left = symbols.get(from).left();
        double right = symbols.get(to).right();
        double x = (left + right) / 2 + 0.05 * height * random.nextGaussian();
        double y = room + height * (0.5 + 0.05 * random.nextGaussian());
        double across = (right - left) / 2 + height * (0.12 + 0.35 * random.nextDouble());
        double along = height * (0.55 + 0.35 * random.nextDouble());
        double begin = 2 * Math.PI * random.nextDouble();
        double turn = Math.PI / 18 * (0.86 + 0.18 * random.nextDouble());
        for (int i = 0; i < 36; i++) {
            double one = begin + i * turn;
            double next = one + turn;
            ink.stroke(
                    x + across * Math.cos(one),
                    y + along * Math.sin(one),
                    x + across * Math.cos(next),
                    y + along * Math.sin(next),
                    style.pen(),
                    1,
                    0);
        }
    }

    private static List<WrittenSymbol> struck(
            List<WrittenSymbol> symbols, Plane ink, Style style, double room, Random random) {
        int from = random.nextInt(symbols.size());
        int to = Math.min(symbols.size(), from + 1 + random.nextInt(4));
        double height = style.height();
        double left = symbols.get(from).left() - 0.15 * height;
        double right = symbols.get(to - 1).right() + 0.15 * height;
        int strokes = 1 + random.nextInt(3);
        for (int i = 0; i < strokes; i++) {
            double y = room + height * (0.3 + 0.4 * random.nextDouble());
            double rise = height * 0.35 * random.nextGaussian();
            ink.stroke(left, y + rise, right, y - rise, style.pen(), 1, 0);
        }
        var result = new ArrayList<WrittenSymbol>();
        for (int i = 0; i < symbols.size(); i++) {
            var symbol = symbols.get(i);
            boolean gone = i >= from && i < to && symbol.symbol() != Symbol.BORDER;
            result.add(
                    gone
                            ? new WrittenSymbol(
                                    Symbol.OTHER, symbol.left(), symbol.top(), symbol.right(), symbol.bottom())
                            : symbol);
        }
        return result;
    }
}
