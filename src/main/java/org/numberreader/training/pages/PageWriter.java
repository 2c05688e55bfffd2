package org.numberreader.training.pages;

import java.util.Random;
import java.util.function.IntFunction;
import org.numberreader.image.GrayImage;
import org.numberreader.training.strokes.Hand;
import org.numberreader.training.strokes.StrokeDigits;

/**
 * Writes pages as people do: a few digits beside each other, loose or touching, small or large, tilted, leaning, on
 * plain, ruled or squared paper, underlined, in boxes, sometimes with a letter among them.
 */
final class PageWriter {
    /** In pixels: a line of eight digits in a phone's thumbnail. */
    private static final double SMALLEST = 9;

    private static final double LARGEST = 80;

    /** Small writing is the harder to read and the more frequent: half of the pages are written lower than 18 pixels. */
    private static final double SMALLER = 1.7;

    private static final double MARGIN = 0.8;

    /** One page of so many has no digits: words, of which every part has to be told from one. */
    private static final int ONE_WORD_OF = 12;

    private final StrokeDigits strokes = new StrokeDigits();
    private final IntFunction<GrayImage> pictures;
    private final int[] labels;
    private final int foreign;

    /**
     * @param labels of the digits that were written by people
     * @param pictures those digits, cropped to their ink
     * @param foreign one sign of so many is a letter or a scribble; 1 for all
     */
    PageWriter(int[] labels, IntFunction<GrayImage> pictures, int foreign) {
        this.labels = labels;
        this.pictures = pictures;
        this.foreign = foreign;
    }

    /** How one page is written. */
    private record Manner(
            double height, double gap, double turn, double lean, boolean drawn, Hand hand, double unrest, int foreign) {
        static Manner any(int foreign, Random random) {
            double height = SMALLEST * Math.pow(LARGEST / SMALLEST, Math.pow(random.nextDouble(), SMALLER));
            boolean close = random.nextInt(5) < 2;
            double gap = close ? between(random, -0.16, 0.04) : between(random, 0.02, 0.4);
            double turn = Math.toRadians(Math.max(-12, Math.min(12, 3.5 * random.nextGaussian())));
            double lean = random.nextInt(3) == 0 ? between(random, -0.15, 0.35) : 0;
            return new Manner(
                    height,
                    gap,
                    turn,
                    lean,
                    random.nextBoolean(),
                    Hand.any(random),
                    random.nextDouble(),
                    random.nextInt(ONE_WORD_OF) == 0 ? 1 : foreign);
        }
    }

    /** A page with one or two lines of digits. */
    WrittenPage any(Random random) {
        var manner = Manner.any(foreign, random);
        double height = manner.height;
        int lines = random.nextInt(6) == 0 ? 2 : 1;
        int most = 1 + random.nextInt(8);
        double pitch = height * between(random, 1.35, 2);
        double slope = Math.abs(Math.tan(manner.turn)) * most * height;
        int width = (int) (height * (2 * MARGIN + most * (0.95 + Math.max(0, manner.gap))));
        int tall = (int) (height * 2 * MARGIN + pitch * lines + slope);
        var page = new WrittenPage(Math.max(24, width), Math.max(24, tall));
        rule(page, height, random);
        for (int line = 0; line < lines; line++) {
            double x = MARGIN * height;
            double y = (MARGIN + 0.5) * height + line * pitch + (manner.turn < 0 ? slope : 0);
            write(page, manner, x, y, 1 + random.nextInt(most), random);
        }
        return page;
    }

    private void write(WrittenPage page, Manner manner, double startX, double startY, int count, Random random) {
        double height = manner.height;
        double cos = Math.cos(manner.turn);
        double sin = Math.sin(manner.turn);
        double along = 0;
        for (int i = 0; i < count; i++) {
            int index = random.nextInt(labels.length);
            boolean other = random.nextInt(manner.foreign) == 0;
            var sign = other
                    ? strokes.sign(manner.hand, pixels(height), random)
                    : manner.drawn
                            ? strokes.ink(labels[index], manner.hand, pixels(height), random)
                            : pictures.apply(index);
            double tall = height * (1 + manner.unrest * 0.12 * random.nextGaussian());
            // A flat sign, as a dash, is as wide as a digit is high and not larger.
            tall = Math.min(Math.max(tall, 0.3 * height), 1.1 * height * sign.height() / sign.width());
            double wide = tall * sign.width() / sign.height();
            double middle = along + wide / 2;
            double off = manner.unrest * 0.08 * height * random.nextGaussian();
            double turn = manner.turn + manner.unrest * 0.05 * random.nextGaussian();
            page.write(
                    sign,
                    other ? 10 : labels[index],
                    startX + cos * middle - sin * off,
                    startY + sin * middle + cos * off,
                    tall,
                    turn,
                    manner.lean);
            along += wide + height * (manner.gap + 0.06 * random.nextGaussian());
        }
        surround(page, height, new double[] {startX, startY, along, cos, sin}, random);
    }

    /** An underline or a box around what was written, at times. */
    private static void surround(WrittenPage page, double height, double[] line, Random random) {
        int kind = random.nextInt(16);
        double thick = Math.max(1, height * between(random, 0.03, 0.09));
        double low = height * between(random, 0.45, 0.8);
        if (kind == 0 || kind == 1) {
            along(page, line, -0.1 * height, low, line[2] * between(random, 0.7, 1.1), low, thick);
        } else if (kind == 2) {
            double high = -height * between(random, 0.55, 0.8);
            double right = line[2] + height * between(random, 0, 0.3);
            double left = -height * between(random, 0.1, 0.3);
            along(page, line, left, low, right, low, thick);
            along(page, line, left, high, right, high, thick);
            along(page, line, left, low, left, high, thick);
            along(page, line, right, low, right, high, thick);
        }
    }

    /** A line in the turned coordinates of a line of writing. */
    private static void along(
            WrittenPage page, double[] line, double x0, double y0, double x1, double y1, double thick) {
        double cos = line[3];
        double sin = line[4];
        page.line(
                line[0] + cos * x0 - sin * y0,
                line[1] + sin * x0 + cos * y0,
                line[0] + cos * x1 - sin * y1,
                line[1] + sin * x1 + cos * y1,
                thick,
                0.9);
    }

    /** Ruled or squared paper, a third of the time. */
    private static void rule(WrittenPage page, double height, Random random) {
        int kind = random.nextInt(6);
        if (kind > 1) {
            return;
        }
        double pitch = height * between(random, 0.7, 2.2);
        double thick = Math.max(1, height * between(random, 0.02, 0.06));
        double darkness = between(random, 0.12, 0.7);
        double rise = Math.tan(Math.toRadians(1.5 * random.nextGaussian()));
        for (double y = pitch * random.nextDouble(); y < page.height(); y += pitch) {
            page.line(0, y, page.width(), y + rise * page.width(), thick, darkness);
        }
        if (kind == 0) {
            for (double x = pitch * random.nextDouble(); x < page.width(); x += pitch) {
                page.line(x, 0, x - rise * page.height(), page.height(), thick, darkness);
            }
        }
    }

    private static int pixels(double height) {
        return Math.max(20, (int) Math.round(height));
    }

    static double between(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
