package org.numberreader.training.scene;

import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.numberreader.image.GrayImage;
import org.numberreader.recognition.Symbol;
import org.numberreader.training.LabelledDigits;
import org.numberreader.training.strokes.Hand;
import org.numberreader.training.strokes.PlacedInk;
import org.numberreader.training.strokes.StrokeDigits;

/** Writes single symbols: digits of MNIST's writers or of strokes, signs and letters of strokes. */
final class Penman {
    /** The longer side of MNIST's digits, in pixels. */
    private static final double BOX = 20;

    /** MNIST's 1s have no flag and no foot: strokes show the others'. */
    private static final double DRAWN_ONES = 0.35;

    /** MNIST's 7s have no bar and no serif, or hardly any: so many are given one. */
    private static final double CROSSED = 0.35;

    private static final double SERIFS = 0.3;

    /** All of MNIST's digits are equally high; many hands write longer 1s than other digits: so many, by up to this share. */
    private static final double LONG_ONES = 0.3;

    private static final double LONGER = 0.45;

    /** A 1 wider than this share of its height leans or has a flag. It is not lengthened: it would look like a slash. */
    private static final double UPRIGHT = 0.35;

    /** What a pen's width adds to that. */
    private static final double PEN = 0.15;

    /** A fleck that looks like a dot has ink that is at least so dark. */
    private static final double FLECK = 0.45;

    /** Some of MNIST's digits come with flecks of a neighbour, which look like a point or a colon: so many of the digits are of these. */
    private static final double FLECKED = 0.08;

    /** A leaning 1 is told from a slash by its height and its hand alone: so many writers' 1s of MNIST lean. */
    private static final double LEANING = 0.3;

    /** How widths of one writer's digits differ, as a standard deviation. */
    private static final double UNEVEN = 0.08;

    private final LabelledDigits mnist;
    private final int[][] byDigit;
    private final int[][] flecked = new int[10][];
    private final int[] leaning;
    private final StrokeDigits strokes = new StrokeDigits();

    Penman(LabelledDigits mnist) {
        this.mnist = mnist;
        this.byDigit = new int[10][];
        for (int digit = 0; digit < 10; digit++) {
            int wanted = digit;
            byDigit[digit] = IntStream.range(0, mnist.size())
                    .filter(i -> mnist.label(i) == wanted)
                    .toArray();
            flecked[digit] = IntStream.of(byDigit[digit]).filter(this::isParted).toArray();
        }
        leaning = IntStream.of(byDigit[1])
                .filter(i -> inkBox(frame(i), 0.25).isWiderThan(UPRIGHT + PEN))
                .toArray();
    }

    private GrayImage frame(int example) {
        return mnist.frame(example).image();
    }

    /** Whether a column without ink parts what is on a frame. */
    private boolean isParted(int example) {
        var frame = frame(example);
        var box = inkBox(frame, FLECK);
        return IntStream.range(box.left, box.right)
                .anyMatch(x -> IntStream.range(box.top, box.bottom).noneMatch(y -> frame.at(x, y) > 255 * FLECK));
    }

    /** The box of what is darker than {@code least}; the right and the lower edge are beyond it. */
    private record InkBox(int left, int top, int right, int bottom) {
        boolean isWiderThan(double share) {
            return right - left > share * (bottom - top);
        }
    }

    private static InkBox inkBox(GrayImage frame, double least) {
        int left = 28;
        int top = 28;
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 28; x++) {
                if (frame.at(x, y) > 255 * least) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return new InkBox(left, top, right, bottom);
    }

    /** A digit or a sign, or a letter for {@link Symbol#OTHER}; its place is measured from the row's upper rule. */
    PlacedInk write(Symbol symbol, Style style, Random random) {
        double height = style.height() * (1 + style.spread() * (2 * random.nextDouble() - 1));
        if (symbol == Symbol.ZERO) {
            height *= style.noughts();
        }
        if (symbol == Symbol.SLASH) {
            height = Math.max(height, style.height() * (1 + style.spread() * random.nextDouble()));
        }
        if (symbol == Symbol.ONE && style.habits().uniform(Habits.LONG_ONE, random) < LONG_ONES) {
            double longer = height * (1 + LONGER * style.habits().uniform(Habits.HOW_LONG, random));
            var one = placed(symbol, style, longer, random);
            if (one.ink().width() < UPRIGHT * longer) {
                return one;
            }
        }
        return placed(symbol, style, height, random);
    }

    private PlacedInk placed(Symbol symbol, Style style, double height, Random random) {
        double shift = (style.height() - height) / 2 + style.height() * style.wander() * random.nextGaussian();
        var written = written(symbol, style, height, random);
        return new PlacedInk(written.ink(), written.top() + shift);
    }

    /**
     * A letter that looks like a digit.
     *
     * @param alone whether it is one that a second look tells, as it may stand beside digits; of others only a word's letters tell
     */
    PlacedInk writeLookalike(boolean alone, Style style, Random random) {
        return strokes.placedLookalike(alone, style.hand(), style.height(), random);
    }

    private PlacedInk written(Symbol symbol, Style style, double height, Random random) {
        IntUnaryOperator way = count -> style.habits().pick(symbol.ordinal(), count, random);
        if (symbol.isSign()) {
            return strokes.placedSign(symbol.text().charAt(0), way, calm(style.hand()), height, random);
        }
        if (!symbol.isDigit()) {
            return strokes.placedLetter(style.hand(), height, random);
        }
        int digit = symbol.ordinal();
        double drawn = digit == 1 ? Math.max(DRAWN_ONES, style.drawn()) : style.drawn();
        if (byDigit[digit].length == 0 || style.habits().uniform(Habits.source(digit), random) < drawn) {
            return strokes.placed(digit, way, style.hand(), height, random);
        }
        return mnist(digit, style, height, random);
    }

    /** A sign is small: what makes a digit another hand's makes a point a comma. */
    private static Hand calm(Hand hand) {
        return new Hand(
                hand.slant(),
                hand.turn(),
                Math.min(1.15, Math.max(0.85, hand.width())),
                hand.pen(),
                0.6 * hand.unrest());
    }

    private int example(int digit, Style style, Random random) {
        var examples = byDigit[digit];
        if (digit == 1 && leaning.length > 0 && style.habits().uniform(Habits.LEANING_ONE, random) < LEANING) {
            examples = leaning;
        } else if (flecked[digit].length > 0 && random.nextDouble() < FLECKED) {
            examples = flecked[digit];
        }
        return examples[style.habits().pick(Habits.example(digit), examples.length, random)];
    }

    private PlacedInk mnist(int digit, Style style, double height, Random random) {
        var frame = frame(example(digit, style, random));
        var box = inkBox(frame, style.rampFrom());
        int left = box.left;
        int top = box.top;
        int right = box.right;
        int bottom = box.bottom;
        if (right <= left) {
            return strokes.placed(digit, random::nextInt, style.hand(), height, random);
        }
        double scale = height / BOX;
        double width = style.width() * Math.exp(UNEVEN * random.nextGaussian());
        int wide = Math.max(1, (int) Math.round((right - left + 1) * scale * width));
        int high = Math.max(1, (int) Math.round((bottom - top + 1) * scale));
        var plane = new Plane(30, 30);
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 28; x++) {
                plane.values[(y + 1) * 30 + x + 1] = frame.at(x, y) / 255f;
            }
        }
        var source = scale * Math.min(1, width) < 0.8 ? plane.blurred(0.4 / scale) : plane;
        var pixels = new byte[wide * high];
        double ramp = style.rampTo() - style.rampFrom();
        boolean crossed = digit == 7 && style.habits().uniform(Habits.CROSSED, random) < CROSSED;
        for (int y = 0; y < high; y++) {
            double row = top + 0.5 + (y + 0.5) * (bottom - top + 1) / high - 0.5;
            for (int x = 0; x < wide; x++) {
                double column = left + 0.5 + (x + 0.5) * (right - left + 1) / wide - 0.5;
                double ink = (source.between(column, row) - style.rampFrom()) / ramp;
                pixels[y * wide + x] = (byte) Math.round(255 * Math.max(0, Math.min(1, ink)));
            }
        }
        var ink = new GrayImage(wide, high, pixels);
        if (digit == 7 && style.habits().uniform(Habits.SERIF, random) < SERIFS) {
            ink = serif(ink, random);
        }
        if (crossed) {
            ink = crossed(ink, random);
        }
        double topOf = (height - high) / 2;
        return new PlacedInk(ink, topOf);
    }

    /** A 7 with a stroke down from where it begins. */
    private static GrayImage serif(GrayImage seven, Random random) {
        int height = seven.height();
        for (int x = 0; x < seven.width() / 2; x++) {
            for (int y = 0; y < height * 0.35; y++) {
                if (seven.at(x, y) > 127) {
                    double pen = Math.max(1, height * 0.09);
                    double lean = height * (0.1 * random.nextDouble() - 0.05);
                    double down = height * (0.1 + 0.32 * random.nextDouble());
                    var plane = widened(seven, (int) (pen / 2 + Math.abs(lean)) + 1);
                    double at = x + (plane.width - seven.width()) / 2.0 + pen / 2;
                    plane.stroke(at, y, at - lean, y + down, pen, 1, 0);
                    return plane.ink();
                }
            }
        }
        return seven;
    }

    /** A 7 with a bar through its stem. */
    private static GrayImage crossed(GrayImage seven, Random random) {
        int height = seven.height();
        double y = height * (0.4 + 0.22 * random.nextDouble());
        double sum = 0;
        double mass = 1e-6;
        for (int x = 0; x < seven.width(); x++) {
            sum += x * seven.at(x, (int) y);
            mass += seven.at(x, (int) y);
        }
        double half = height * (0.16 + 0.26 * random.nextDouble());
        var plane = widened(seven, (int) half);
        double x = sum / mass + (plane.width - seven.width()) / 2.0 + 0.3 * half * random.nextGaussian();
        double rise = half * (0.5 * random.nextDouble() - 0.2);
        plane.stroke(x - half, y + rise, x + half, y - rise, Math.max(1, height * 0.1), 1, 0);
        return plane.ink();
    }

    private static Plane widened(GrayImage ink, int by) {
        var plane = new Plane(ink.width() + 2 * by, ink.height());
        plane.lay(ink, by, 0, 1);
        return plane;
    }
}
