package org.numberreader.training.strokes;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.numberreader.image.GrayImage;
import org.numberreader.recognition.DigitFrame;

/**
 * Draws digits as people of many countries write them, and signs that are no digits: what MNIST's American writers do
 * not show. All randomness comes from the caller's generator: the same seed draws the same pictures.
 */
public final class StrokeDigits {
    /** Twice the frame's box: shrunk by two, a line's edge is as soft as in a scanned digit. */
    private static final int SIDE = 40;

    private static final double BOX = 20;

    /** Bolder than this share of a sign's narrow side, a pen fills its loops. */
    private static final double BOLDEST = 0.25;

    /** A letter has more strokes side by side than a digit. */
    private static final double BOLDEST_SIGN = 0.24;

    /** Wider, a 1 with an upstroke is a 7. */
    private static final double WIDEST_ONE = 1.05;

    /** Letters that have a spine, a stem below the line, or an end where no digit has one. */
    private static final String TOLD_ALONE = "BgyDGCej";

    /** The share of non-digits that are drawn without a template. */
    private static final double SCRIBBLES = 0.3;

    private final List<List<StrokeShape>> digits = new ArrayList<>();
    private final List<StrokeShape> written = StrokeShape.packaged("signs.txt");
    private final List<StrokeShape> lookalikes = StrokeShape.packaged("lookalikes.txt");
    private final List<StrokeShape> toldAlone = lookalikes.stream()
            .filter(shape -> TOLD_ALONE.contains(shape.style()))
            .toList();
    private final List<StrokeShape> signs = StrokeShape.packaged("nondigits.txt");

    /** Reads the packaged shapes. */
    public StrokeDigits() {
        var shapes = StrokeShape.packaged("digits.txt");
        for (int digit = 0; digit < 10; digit++) {
            int label = digit;
            digits.add(shapes.stream().filter(shape -> shape.label() == label).toList());
        }
    }

    /**
     * A letter, a sign, a scribble, a line or dots, cropped to its ink and not framed.
     *
     * @param side the longer side in pixels
     * @return 0 is paper, 255 is full ink
     */
    public GrayImage sign(Hand hand, int side, Random random) {
        var shape = random.nextDouble() < SCRIBBLES ? Scribble.any(random) : any(signs, random);
        return ink(shape, hand, side, random);
    }

    /** A digit in any style by any hand, framed. */
    public DigitFrame digit(int digit, Random random) {
        return DigitFrame.of(ink(digit, Hand.any(random), SIDE, random));
    }

    /** A letter, a sign, a scribble, a line or dots by any hand, framed; nothing that could pass for a digit. */
    public DigitFrame nonDigit(Random random) {
        return DigitFrame.of(sign(Hand.any(random), SIDE, random));
    }

    /**
     * A digit in any style, cropped to its ink and not framed: to draw strings with.
     *
     * @param side the longer side in pixels
     * @return 0 is paper, 255 is full ink
     */
    public GrayImage ink(int digit, Hand hand, int side, Random random) {
        return ink(any(digits.get(digit), random), hand, side, random);
    }

    /**
     * A digit written between two rules, where its style puts it.
     *
     * @param way gives one of the count of styles
     * @param height between the rules, in pixels
     */
    public PlacedInk placed(int digit, IntUnaryOperator way, Hand hand, double height, Random random) {
        var shapes = digits.get(digit);
        var shape = shapes.get(way.applyAsInt(shapes.size()));
        return placed(shape, digit == 1 ? hand.atMost(WIDEST_ONE) : hand, height, random);
    }

    /**
     * A sign written beside digits between the same rules.
     *
     * @param sign one of {@code . , - / : + = % × ÷ $ € £}
     * @param way gives one of the count of styles
     * @param height between the rules, in pixels
     */
    public PlacedInk placedSign(char sign, IntUnaryOperator way, Hand hand, double height, Random random) {
        char label = sign == '-' ? '−' : sign;
        var styles = written.stream().filter(shape -> shape.label() == label).toList();
        return placed(styles.get(way.applyAsInt(styles.size())), hand, height, random);
    }

    /** A letter, written between the same rules. */
    public PlacedInk placedLetter(Hand hand, double height, Random random) {
        return placed(any(signs, random), hand, height, random);
    }

    /**
     * A letter that looks like a digit, written between the same rules.
     *
     * @param alone whether it is one that a second look tells from a digit, or any, to write words with
     */
    public PlacedInk placedLookalike(boolean alone, Hand hand, double height, Random random) {
        return placed(any(alone ? toldAlone : lookalikes, random), hand, height, random);
    }

    private static PlacedInk placed(StrokeShape shape, Hand hand, double height, Random random) {
        double pixels = height / 100;
        var lines = hand.write(shape, random);
        double bold = shape.label() == 1 ? BOX : 0.3 * BOX * Math.max(0.3, StrokeCanvas.narrowness(lines));
        double pen = Math.min(hand.pen(), bold) * height / BOX;
        return StrokeCanvas.placed(lines, pixels, Pen.any(Math.max(1, pen), random));
    }

    /** A shape, cropped to its ink and not framed. */
    GrayImage ink(StrokeShape shape, Hand hand, int side, Random random) {
        var fitting = shape.label() == 1 ? hand.atMost(WIDEST_ONE) : hand;
        var lines = fitting.write(shape, random);
        double pen = Math.min(hand.pen(), boldest(shape, StrokeCanvas.narrowness(lines)));
        return StrokeCanvas.draw(lines, side, Pen.any(pen * side / BOX, random));
    }

    private static double boldest(StrokeShape shape, double narrowness) {
        return switch (shape.label()) {
            case 1 -> BOX;
            case StrokeShape.NO_DIGIT -> Math.max(2, BOLDEST_SIGN * BOX * narrowness);
            default -> BOLDEST * BOX * narrowness;
        };
    }

    /** The ways of writing a digit. */
    List<StrokeShape> styles(int digit) {
        return digits.get(digit);
    }

    private static StrokeShape any(List<StrokeShape> shapes, Random random) {
        return shapes.get(random.nextInt(shapes.size()));
    }
}
