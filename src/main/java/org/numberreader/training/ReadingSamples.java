package org.numberreader.training;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.training.scene.LineGlyphs;
import org.numberreader.training.strokes.StrokeDigits;

/**
 * What {@code digit} learns from: MNIST's digits moved a little, the same digits spoilt as they come out of real
 * pictures, digits drawn in the ways of writing that MNIST lacks, what is no digit (parts of one, two at once, letters'
 * strokes, lines and specks), and what stands on drawn lines of such digits.
 */
final class ReadingSamples implements Samples {
    static final int NOT_A_DIGIT = 10;

    /** The digits whose left, right, upper or lower half is often a digit too: half an 8 is a 0 or a 3. */
    private static final List<Set<Integer>> DIGITS_IN_HALVES =
            List.of(Set.of(6), Set.of(3, 8, 9), Set.of(2, 3, 7, 8, 9), Set.of(3, 5, 6, 8));

    /** One frame of so many is worn as a whole, paper and ink. */
    private static final int WORN = 4;

    private static final int SIDE = 48;
    private static final int WIDE = 84;

    private final StrokeDigits strokes = new StrokeDigits();
    private final LabelledDigits digits;
    private final Augmentation gentle;
    private final Augmentation rough;
    private final double spoilt;
    private final double others;
    private final List<LabelledFrame> found;

    /**
     * @param gentle how the digits are moved that otherwise stay as they are
     * @param rough how the spoilt ones are moved
     * @param spoilt the share of MNIST's digits that are spoilt
     * @param others how many drawn digits and pictures that are no digit there are for each of MNIST's digits
     * @param found what stands on drawn lines of such digits, with what it is
     */
    ReadingSamples(
            LabelledDigits digits,
            Augmentation gentle,
            Augmentation rough,
            double spoilt,
            double others,
            List<LabelledFrame> found) {
        this.digits = digits;
        this.gentle = gentle;
        this.rough = rough;
        this.spoilt = spoilt;
        this.others = others;
        this.found = List.copyOf(found);
    }

    /** With drawn lines on which these digits and drawn ones are written: so many that no glyph is seen often. */
    static ReadingSamples withLines(
            LabelledDigits digits, Augmentation gentle, Augmentation rough, double spoilt, double others, long seed) {
        var glyphs = new LineGlyphs(digits).of(digits.size() * 3 / 4, seed);
        return new ReadingSamples(digits, gentle, rough, spoilt, others, glyphs);
    }

    @Override
    public int size() {
        return (int) (digits.size() * (1 + others));
    }

    @Override
    public Truth draw(int index, Random random, float[] target, int offset) {
        boolean written = index < digits.size();
        boolean asItIs = written && random.nextDouble() >= spoilt;
        var sample = asItIs
                ? new LabelledFrame(digits.frame(index), digits.label(index))
                : sample(written ? index : -1, random);
        // All kinds are moved and worn as often, or how sharp and centred a picture is would tell what it is.
        Augmentation moved = random.nextInt(6) > 0 ? gentle : Augmentation.NONE;
        moved.apply(sample.frame().pixels(), random, target, offset);
        boolean worn = random.nextInt(WORN) == 0;
        if (worn) {
            FrameWear.apply(random, target, offset);
        }
        return new Truth(sample.label(), asItIs && !worn);
    }

    /** One of MNIST's digits, spoilt, or anything else below 0. */
    private LabelledFrame sample(int index, Random random) {
        if (index < 0 && !found.isEmpty() && random.nextInt(5) < 3) {
            return found.get(random.nextInt(found.size()));
        }
        int label = index >= 0 ? digits.label(index) : random.nextInt(5) < 2 ? random.nextInt(10) : NOT_A_DIGIT;
        DigitFrame frame = null;
        while (frame == null) {
            frame = index >= 0 ? spoilt(index, random) : label < NOT_A_DIGIT ? drawn(label, random) : notADigit(random);
        }
        return new LabelledFrame(frame, label);
    }

    /** A digit of a hand that MNIST lacks, half of them spoilt too. */
    private @Nullable DigitFrame drawn(int digit, Random random) {
        DigitFrame frame = strokes.digit(digit, random);
        if (random.nextBoolean()) {
            return frame;
        }
        var canvas = new InkCanvas(SIDE, SIDE);
        canvas.paste(frame.pixels(), SIDE / 2.0, SIDE / 2.0, gentle.affine(random, InkCanvas.SCALE));
        spoil(canvas, random);
        return canvas.framed();
    }

    private @Nullable DigitFrame spoilt(int index, Random random) {
        var canvas = new InkCanvas(SIDE, SIDE);
        paste(canvas, index, SIDE / 2.0, SIDE / 2.0, random);
        if (random.nextInt(12) == 0) {
            // What is left of a neighbour after a cut: a sliver at one side.
            double side = random.nextBoolean() ? -1 : 1;
            var beside = new InkCanvas(SIDE, SIDE);
            paste(beside, random.nextInt(digits.size()), SIDE / 2.0, SIDE / 2.0, random);
            canvas.addSliver(beside, side, random.nextInt(5) + 1);
        }
        if (random.nextInt(12) == 0) {
            line(canvas, random, random.nextBoolean() ? 255 : 0);
        }
        spoil(canvas, random);
        return canvas.framed();
    }

    private void paste(InkCanvas canvas, int index, double x, double y, Random random) {
        canvas.paste(digits.frame(index).pixels(), x, y, rough.affine(random, InkCanvas.SCALE));
    }

    /** A ruled line's remains across the digit, or the gap where one was taken out. */
    private static void line(InkCanvas canvas, Random random, float value) {
        int y = 8 + random.nextInt(SIDE - 16);
        int left = random.nextInt(SIDE / 2);
        int length = 8 + random.nextInt(SIDE / 2);
        canvas.fill(left, y, left + length, y + 1 + random.nextInt(2), value);
    }

    private static void spoil(InkCanvas canvas, Random random) {
        if (random.nextInt(3) > 0) {
            canvas.thicken(random.nextDouble() * 1.8 - 1.0);
        }
        double sigma = random.nextDouble() * 2.2;
        if (sigma > 0.3) {
            canvas.blur(sigma);
        }
        canvas.gain(0.8 + 0.8 * random.nextDouble() + 0.25 * sigma);
        if (random.nextInt(2) == 0) {
            canvas.grain(random, 30 * random.nextDouble());
        }
    }

    private @Nullable DigitFrame notADigit(Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> twoDigits(random);
            case 3, 4 -> part(random);
            case 5, 6, 7, 8 -> strokes.nonDigit(random);
            default -> marks(random);
        };
    }

    /** Two digits side by side, or one with a good part of the next. */
    private @Nullable DigitFrame twoDigits(Random random) {
        var canvas = new InkCanvas(WIDE, SIDE);
        double apart = 18 + random.nextDouble() * 12;
        double y = SIDE / 2.0;
        paste(canvas, random.nextInt(digits.size()), WIDE / 2.0 - apart / 2, y, random);
        paste(canvas, random.nextInt(digits.size()), WIDE / 2.0 + apart / 2, y + random.nextGaussian() * 3, random);
        if (random.nextInt(3) == 0) {
            int cut = (int) (WIDE / 2.0 + apart / 2 + random.nextInt(7) - 3);
            boolean left = random.nextBoolean();
            canvas.keep(left ? 0 : WIDE - cut, 0, left ? cut : WIDE, SIDE);
        }
        spoil(canvas, random);
        return canvas.framed();
    }

    /**
     * A part of a digit: its left, right, upper or lower half or less, unless that is as narrow as a 1 or a digit of its
     * own.
     */
    private @Nullable DigitFrame part(Random random) {
        int index = random.nextInt(digits.size());
        int side = random.nextInt(4);
        if (DIGITS_IN_HALVES.get(side).contains(digits.label(index))) {
            return null;
        }
        var canvas = new InkCanvas(SIDE, SIDE);
        paste(canvas, index, SIDE / 2.0, SIDE / 2.0, random);
        int cut = SIDE / 2 + random.nextInt(9) - 4;
        switch (side) {
            case 0 -> canvas.keep(0, 0, cut, SIDE);
            case 1 -> canvas.keep(cut, 0, SIDE, SIDE);
            case 2 -> canvas.keep(0, 0, SIDE, cut);
            default -> canvas.keep(0, cut, SIDE, SIDE);
        }
        spoil(canvas, random);
        var frame = canvas.framed();
        return frame == null || isNarrow(frame) ? null : frame;
    }

    private static boolean isNarrow(DigitFrame frame) {
        int left = DigitFrame.SIDE;
        int right = 0;
        for (int i = 0; i < frame.pixels().length; i++) {
            if ((frame.pixels()[i] & 0xff) > 100) {
                left = Math.min(left, i % DigitFrame.SIDE);
                right = Math.max(right, i % DigitFrame.SIDE);
            }
        }
        return right - left < 9;
    }

    /** Specks, dashes and crossing lines. */
    private static @Nullable DigitFrame marks(Random random) {
        var canvas = new InkCanvas(SIDE, SIDE);
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            int left = 4 + random.nextInt(24);
            int top = 8 + random.nextInt(28);
            int length = 2 + random.nextInt(28);
            canvas.fill(left, top, left + length, top + 1 + random.nextInt(Math.max(1, length / 3)), 255);
        }
        spoil(canvas, random);
        var frame = canvas.framed();
        return frame == null || isNarrow(frame) ? null : frame;
    }
}
