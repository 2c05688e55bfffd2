package org.numberreader.training.scene;

import java.util.Random;
import org.numberreader.image.GrayImage;
import org.numberreader.recognition.InkNetwork;
import org.numberreader.recognition.Symbol;
import org.numberreader.training.LabelledDigits;

/**
 * Draws parts of pages: rows of numbers and of other handwriting, of any size and tilt, on paper with what is printed on it, on
 * desks and half in shadow.
 */
public final class PageScene {
    /** The share of pages without a row. */
    private static final double BLANK = 0.15;

    private final RowWriter writer;

    /** @param mnist whose digits are written */
    public PageScene(LabelledDigits mnist) {
        this.writer = new RowWriter(new Penman(mnist));
    }

    /**
     * A part of a page, and for each cell of {@value InkNetwork#STRIDE}×{@value InkNetwork#STRIDE} pixels what is there.
     *
     * @param kinds 0 background and print, 1 a row of digits and signs, 2 other handwriting, −1 undecided; row after row
     * @param heights natural logarithm of the row's height in units of {@link InkNetwork#UNIT}; NaN where there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, by the batch that it is made for
    public record Page(GrayImage picture, byte[] kinds, float[] heights) {}

    private static final class Layers {
        final Plane ink;
        final Plane print;
        final PageCells cells;

        Layers(int width, int height) {
            ink = new Plane(width, height);
            print = new Plane(width, height);
            cells = new PageCells(width, height);
        }
    }

    /** Draws a part of a page of that size, multiples of four pixels. */
    public Page draw(int width, int height, Random random) {
        var layers = new Layers(width, height);
        // Half of the pictures are of one number alone, some of them of one that fills the picture.
        boolean filling = random.nextDouble() < 0.2;
        double largest = Math.log((filling ? 1.03 : 0.95) * height);
        double smallest = Math.log(filling ? 0.4 * height : 9);
        double size = Math.exp(smallest + (largest - smallest) * random.nextDouble());
        double tilt = random.nextDouble() < 0.2 ? 0.16 * random.nextGaussian() : 0.03 * random.nextGaussian();
        double slant = Math.max(-0.5, Math.min(0.8, 0.03 + 0.23 * random.nextGaussian()));
        boolean blank = random.nextDouble() < BLANK;
        if (!blank) {
            rows(layers, size, filling, tilt, slant, random);
        }
        // Print on an empty page may be fainter than the paper's grain, which is all that there is to see then.
        print(layers, size, blank && random.nextBoolean() ? 0.02f : 0.15f, random);
        var picture = Camera.picture(layers.ink, layers.print, size, random);
        return new Page(surrounded(picture, layers, random), layers.cells.kinds, layers.cells.heights);
    }

    private void rows(Layers layers, double size, boolean filling, double tilt, double slant, Random random) {
        boolean single = random.nextDouble() < (filling ? 0.8 : 0.35);
        double y = single
                ? layers.ink.height * (filling ? 0.5 + 0.06 * random.nextGaussian() : 0.3 + 0.4 * random.nextDouble())
                : size * random.nextDouble();
        double pitch = 1.15 + 1.8 * random.nextDouble() * random.nextDouble();
        double left = filling && random.nextBoolean()
                ? 0.08 * size * random.nextGaussian()
                : layers.ink.width * 0.4 * random.nextDouble();
        boolean ragged = random.nextBoolean();
        while (y < layers.ink.height + 0.4 * size) {
            double own = size * (1 + 0.12 * random.nextGaussian() * (random.nextDouble() < 0.3 ? 2 : 0.5));
            own = Math.max(8, Math.min(1.3 * size, own));
            double x = ragged
                    ? layers.ink.width * (0.9 * random.nextDouble() - 0.15)
                    : left + 0.2 * size * random.nextGaussian();
            while (x < layers.ink.width - 0.3 * own) {
                x = row(layers, x, y, own, tilt + 0.015 * random.nextGaussian(), slant, random);
                x += own * (1.6 + 5 * random.nextDouble());
                if (random.nextBoolean()) {
                    break;
                }
            }
            if (single) {
                return;
            }
            y += pitch * size * (1 + 0.15 * random.nextDouble());
        }
    }

    /** Writes a row from {@code x} on about {@code y}. Returns where it ends. */
    private double row(Layers layers, double x, double y, double size, double tilt, double slant, Random random) {
        var text = new RowText(random);
        String written = random.nextDouble() < 0.18 ? text.none() : text.any();
        var style = Style.any(size, random);
        var row = writer.write(written, style, random);
        var placement = new Placement(row.left(), row.middle(), x, y, Math.cos(tilt), Math.sin(tilt), slant);
        placement.lay(row.ink(), layers.ink);
        borders(row, placement, layers.print, size, random);
        layers.cells.mark(row, placement);
        return placement.toPageX(row.right(), row.middle());
    }

    private static void borders(WrittenRow row, Placement at, Plane print, double size, Random random) {
        float strength = 0.2f + 0.8f * random.nextFloat();
        double pen = Math.max(1, size * (0.02 + 0.06 * random.nextDouble()));
        double above = size * (0.55 + 0.5 * random.nextDouble());
        double below = size * (0.55 + 0.5 * random.nextDouble());
        double first = Double.NaN;
        double last = Double.NaN;
        for (var symbol : row.symbols()) {
            if (symbol.symbol() == Symbol.BORDER) {
                var upright = at.upright();
                double x = symbol.left();
                first = Double.isNaN(first) ? x : first;
                last = x;
                print.stroke(
                        upright.toPageX(x, at.rowY() - above),
                        upright.toPageY(x, at.rowY() - above),
                        upright.toPageX(x, at.rowY() + below),
                        upright.toPageY(x, at.rowY() + below),
                        pen,
                        strength,
                        0);
            }
        }
        if (!Double.isNaN(first) && random.nextDouble() < 0.8) {
            var upright = at.upright();
            double from = Math.min(first, row.left() - 0.2 * size);
            double to = Math.max(last, row.right() + 0.2 * size);
            for (double y : new double[] {at.rowY() - above, at.rowY() + below}) {
                print.stroke(
                        upright.toPageX(from, y),
                        upright.toPageY(from, y),
                        upright.toPageX(to, y),
                        upright.toPageY(to, y),
                        pen,
                        strength,
                        0);
            }
        }
    }

    /** @param faintest that print may be, 0 to 1 */
    private static void print(Layers layers, double size, float faintest, Random random) {
        var print = layers.print;
        if (random.nextDouble() < 0.22) {
            Paper.pattern(print, 0.08f + 0.4f * random.nextFloat(), random);
        }
        double kind = random.nextDouble();
        float strength = faintest + (faintest < 0.1 ? 0.3f : 0.85f) * random.nextFloat();
        if (kind < 0.16) {
            Paper.ruling(print, size * (0.9 + 1.3 * random.nextDouble()), false, strength, random);
        } else if (kind < 0.3) {
            Paper.ruling(print, size * (0.25 + 1.0 * random.nextDouble()), true, 0.7f * strength, random);
        } else if (kind < 0.38) {
            Paper.ruling(print, size * (1.3 + 1.5 * random.nextDouble()), true, strength, random);
        }
        int words = random.nextDouble() < 0.35 ? 1 + random.nextInt(4) : 0;
        for (int i = 0; i < words; i++) {
            double high = Math.max(6, size * (0.25 + 0.6 * random.nextDouble()));
            Paper.word(
                    print,
                    print.width * (1.2 * random.nextDouble() - 0.3),
                    print.height * random.nextDouble(),
                    high,
                    strength,
                    random);
        }
        if (random.nextDouble() < 0.12) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                double radius = 3 + 0.7 * size * random.nextDouble();
                Paper.disc(
                        print,
                        print.width * random.nextDouble(),
                        print.height * random.nextDouble(),
                        radius,
                        random.nextDouble() < 0.7,
                        strength);
            }
        }
        for (int i = random.nextDouble() < 0.25 ? 1 + random.nextInt(3) : 0; i > 0; i--) {
            boolean across = random.nextBoolean();
            double at = random.nextDouble() * (across ? print.height : print.width);
            double lean = 0.03 * random.nextGaussian();
            double pen = 1 + size * 0.1 * random.nextDouble();
            if (across) {
                print.stroke(0, at, print.width, at + lean * print.width, pen, strength, 0);
            } else {
                print.stroke(at, 0, at + lean * print.height, print.height, pen, strength, 0);
            }
        }
    }

    /** The desk around the paper, or a part of the page in the other polarity. */
    private static GrayImage surrounded(GrayImage picture, Layers layers, Random random) {
        double kind = random.nextDouble();
        if (kind > 0.2) {
            return picture;
        }
        var pixels = picture.pixels().clone();
        int width = picture.width();
        double angle = (random.nextInt(4) * 90 + 7 * random.nextGaussian()) * Math.PI / 180;
        double normalX = Math.cos(angle);
        double normalY = Math.sin(angle);
        double at = (0.15 + 0.35 * random.nextDouble())
                * (Math.abs(normalX) * width + Math.abs(normalY) * picture.height());
        int desk = random.nextInt(256);
        boolean inverted = kind < 0.05;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < width; x++) {
                double beyond = (x - width / 2.0) * normalX + (y - picture.height() / 2.0) * normalY - at;
                if (beyond > 0) {
                    int index = y * width + x;
                    if (inverted) {
                        pixels[index] = (byte) (255 - (pixels[index] & 0xff));
                    } else {
                        int noise = random.nextInt(7) - 3;
                        pixels[index] = (byte) Math.max(0, Math.min(255, desk + noise));
                        layers.cells.clear(x, y);
                    }
                }
            }
        }
        return new GrayImage(width, picture.height(), pixels);
    }
}
