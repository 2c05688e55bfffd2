package org.numberreader.training.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.numberreader.image.GrayImage;
import org.numberreader.recognition.LineNetwork;
import org.numberreader.recognition.Symbol;
import org.numberreader.training.LabelledDigits;

/**
 * Draws text lines as layout cuts them out of pictures: a fixed height, with a margin above and below that is never quite the
 * same, parts of the neighbours, and what is printed around them.
 */
public final class LineScene {
    private static final int HEIGHT = LineNetwork.HEIGHT;

    /** The share of written lines without a digit. */
    private static final double NO_DIGITS = 0.07;

    /** The share of lines without any ink. */
    private static final double BLANK = 0.09;

    /** The share of lines that reach the picture's edge, or are cut by it. */
    private static final double AT_EDGE = 0.3;

    /** The share of those beyond whose left and right edge their outermost pixels go on, as above and below; beyond the others' there is paper. */
    private static final double GOES_ON = 0.5;

    private final Penman penman;
    private final RowWriter writer;

    /** @param mnist whose digits are written */
    public LineScene(LabelledDigits mnist) {
        this.penman = new Penman(mnist);
        this.writer = new RowWriter(penman);
    }

    /**
     * A line's picture and its symbols, from left to right, in the picture's pixels.
     *
     * @param picture {@value LineNetwork#HEIGHT} pixels high
     * @param inverted whether it is light on dark
     */
    public record Line(GrayImage picture, List<Placed> symbols, boolean inverted) {
        public Line {
            symbols = List.copyOf(symbols);
        }
    }

    /** A symbol and the box of its ink. */
    public record Placed(Symbol symbol, double left, double top, double right, double bottom) {}

    /** Draws a line; the same random numbers draw the same line. */
    public Line draw(Random random) {
        if (random.nextDouble() < BLANK) {
            return new Line(blank(random), List.of(), false);
        }
        var text = new RowText(random);
        String written = random.nextDouble() < NO_DIGITS ? text.none() : text.any();
        var row = writer.write(written, Style.any(22 + 16 * random.nextDouble(), random), random);
        var cut = Cut.around(row, random);
        var ink = cut.warped(row.ink());
        var symbols = new ArrayList<Placed>();
        var print = new Plane(ink.width, HEIGHT);
        print(print, cut, row, random);
        for (var symbol : row.symbols()) {
            symbols.add(cut.placed(symbol));
        }
        neighbours(ink, random);
        double height = row.height() * cut.scale;
        var shot = Camera.shot(ink, print, height, random);
        var picture = random.nextDouble() < AT_EDGE ? atEdge(shot.picture(), symbols, random) : shot.picture();
        return new Line(picture, symbols, shot.inverted());
    }

    /** The line of a picture that ends where its ink does, on some sides: as in a cut, there is paper left and right of it, or its outermost pixels go on. */
    private static GrayImage atEdge(GrayImage line, List<Placed> symbols, Random random) {
        double left = line.width();
        double top = HEIGHT;
        double right = 0;
        double bottom = 0;
        for (var symbol : symbols) {
            left = Math.min(left, symbol.left());
            top = Math.min(top, symbol.top());
            right = Math.max(right, symbol.right());
            bottom = Math.max(bottom, symbol.bottom());
        }
        int width = line.width();
        int fromX = random.nextBoolean() ? edge(left, random) : 0;
        int toX = random.nextBoolean() ? width - 1 - edge(width - 1 - right, random) : width - 1;
        int fromY = random.nextBoolean() ? edge(top, random) : 0;
        int toY = random.nextBoolean() ? HEIGHT - 1 - edge(HEIGHT - 1 - bottom, random) : HEIGHT - 1;
        if (fromX >= toX || fromY >= toY) {
            return line;
        }
        int paper = random.nextDouble() < GOES_ON ? -1 : paper(line, fromX, fromY, toX, toY, random);
        var pixels = new byte[width * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            int row = Math.max(fromY, Math.min(toY, y));
            for (int x = 0; x < width; x++) {
                int column = Math.max(fromX, Math.min(toX, x));
                pixels[y * width + x] = column != x && paper >= 0 ? (byte) paper : line.pixels()[row * width + column];
            }
        }
        return new GrayImage(width, HEIGHT, pixels);
    }

    /** What {@link GrayImage#medianOfEdge} would find in the picture: of a line of a larger picture it is not quite the line's own paper. */
    private static int paper(GrayImage line, int fromX, int fromY, int toX, int toY, Random random) {
        int width = toX - fromX + 1;
        int height = toY - fromY + 1;
        var pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(line.pixels(), (fromY + y) * line.width() + fromX, pixels, y * width, width);
        }
        double shade = random.nextBoolean() ? 0 : 15 * random.nextGaussian();
        return (int) Math.max(0, Math.min(255, new GrayImage(width, height, pixels).medianOfEdge() + shade));
    }

    /** Where the picture ends when its ink ends at a place: a little before or behind. */
    private static int edge(double ink, Random random) {
        return (int) Math.max(0, Math.round(ink + HEIGHT * (0.06 * random.nextDouble() - 0.04)));
    }

    private static GrayImage blank(Random random) {
        int width = 16 + random.nextInt(200);
        var print = new Plane(width, HEIGHT);
        background(print, HEIGHT * 0.7, random);
        double kind = random.nextDouble();
        if (kind < 0.4) {
            disc(print, random);
        } else if (kind < 0.8) {
            // A whole page is one line where no line was found: its ruling is close, and may be fainter than the
            // paper's grain.
            double pitch = 2.5 + 0.6 * HEIGHT * random.nextDouble();
            Paper.ruling(print, pitch, random.nextDouble() < 0.35, 0.03f + 0.6f * random.nextFloat(), random);
        }
        return Camera.picture(new Plane(width, HEIGHT), print, HEIGHT * 0.7, random);
    }

    /** What a line is cut out by: a scale, a slant, a tilt and an origin in the row's pixels. */
    private record Cut(
            double scale,
            double slant,
            double tilt,
            double left,
            double top,
            double middleX,
            double middleY,
            int width) {

        static Cut around(WrittenRow row, Random random) {
            double slant = Math.max(-0.5, Math.min(0.8, 0.03 + 0.25 * random.nextGaussian()));
            double tilt = 0.025 * random.nextGaussian();
            double top = Double.POSITIVE_INFINITY;
            double bottom = Double.NEGATIVE_INFINITY;
            for (var symbol : row.symbols()) {
                top = Math.min(top, symbol.top());
                bottom = Math.max(bottom, symbol.bottom());
            }
            // Half of the lines are cut by what is there, half by how high the digits are, as layout does.
            if (random.nextBoolean() || bottom - top < 0.5 * row.height()) {
                top = row.top();
                bottom = row.top() + row.height();
            }
            double extent = bottom - top;
            boolean loose = random.nextDouble() < 0.35;
            double above = loose ? 0.1 + 0.6 * random.nextDouble() : -0.02 + 0.3 * random.nextDouble();
            double below = loose ? 0.1 + 0.6 * random.nextDouble() : -0.02 + 0.3 * random.nextDouble();
            double scale = HEIGHT / (extent * (1 + above + below));
            double left = row.left() - end(random) * row.height();
            double right = row.right() + end(random) * row.height();
            int width = (int) Math.max(16, (right - left) * scale);
            double middleX = (row.left() + row.right()) / 2;
            return new Cut(scale, slant, tilt, left, top - extent * above, middleX, (top + bottom) / 2, width);
        }

        private static double end(Random random) {
            return random.nextDouble() < 0.75 ? 0.02 + 0.35 * random.nextDouble() : 0.3 + 1.6 * random.nextDouble();
        }

        Plane warped(Plane row) {
            var source = scale < 0.75 ? row.blurred(0.4 / scale) : row;
            var result = new Plane(width, HEIGHT);
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < width; x++) {
                    double column = x / scale + left;
                    double line = y / scale + top - tilt * (column - middleX);
                    result.values[y * width + x] = source.between(column + slant * (line - middleY), line);
                }
            }
            return result;
        }

        Placed placed(WrittenSymbol symbol) {
            double centreX = symbol.centreX() - slant * (symbol.centreY() - middleY);
            double centreY = symbol.centreY() + tilt * (centreX - middleX);
            double across =
                    (symbol.right() - symbol.left()) / 2 + Math.abs(slant) * 0.25 * (symbol.bottom() - symbol.top());
            double along = (symbol.bottom() - symbol.top()) / 2;
            return new Placed(
                    symbol.symbol(),
                    (centreX - across - left) * scale,
                    (centreY - along - top) * scale,
                    (centreX + across - left) * scale,
                    (centreY + along - top) * scale);
        }
    }

    private static void print(Plane print, Cut cut, WrittenRow row, Random random) {
        float strength = 0.15f + 0.95f * random.nextFloat();
        double pen = 1 + 2.2 * random.nextDouble() * random.nextDouble();
        double lean = 0.02 * random.nextGaussian();
        boolean cells = false;
        for (var symbol : row.symbols()) {
            if (symbol.symbol() == Symbol.BORDER) {
                cells = true;
                double x = cut.placed(symbol).left();
                print.stroke(x - lean * HEIGHT, -2, x + lean * HEIGHT, HEIGHT + 2, pen, strength, 0);
            }
        }
        if (cells) {
            for (int side = 0; side < 2; side++) {
                if (random.nextDouble() < 0.6) {
                    double y =
                            side == 0 ? HEIGHT * 0.16 * random.nextDouble() : HEIGHT * (1 - 0.16 * random.nextDouble());
                    print.stroke(-2, y, print.width + 2, y + lean * 20, pen, strength, 0);
                }
            }
        }
        background(print, row.height() * cut.scale, random);
    }

    private static void background(Plane print, double height, Random random) {
        if (random.nextDouble() < 0.28) {
            Paper.pattern(print, 0.08f + 0.5f * random.nextFloat(), random);
        }
        double kind = random.nextDouble();
        float strength = 0.1f + 0.9f * random.nextFloat();
        if (kind < 0.2) {
            edges(print, strength, random);
        } else if (kind < 0.32) {
            Paper.ruling(print, HEIGHT * (0.5 + random.nextDouble()), false, strength, random);
        } else if (kind < 0.44) {
            Paper.ruling(print, height * (0.2 + 0.75 * random.nextDouble()), true, 0.7f * strength, random);
        } else if (kind < 0.5) {
            double high = HEIGHT * (0.15 + 0.3 * random.nextDouble());
            double y = random.nextBoolean()
                    ? high * (0.3 + random.nextDouble())
                    : HEIGHT + high * 0.5 * random.nextDouble();
            Paper.word(print, print.width * (1.2 * random.nextDouble() - 0.4), y, high, strength, random);
        } else if (kind < 0.54) {
            disc(print, random);
        }
    }

    /** A hole or a stamp. A ring is rounder than a nought, and its line more even. */
    private static void disc(Plane print, Random random) {
        double radius = HEIGHT * (0.08 + 0.4 * random.nextDouble());
        double x = print.width * random.nextDouble();
        double y = random.nextBoolean() ? HEIGHT * random.nextDouble() : HEIGHT * (0.4 + 0.2 * random.nextDouble());
        Paper.disc(print, x, y, radius, random.nextDouble() < 0.4, 0.2f + 0.8f * random.nextFloat());
    }

    /** Borders of a cell, at any of the four edges. */
    private static void edges(Plane print, float strength, Random random) {
        double pen = 1 + 2 * random.nextDouble() * random.nextDouble();
        double lean = 0.012 * random.nextGaussian();
        int width = print.width;
        for (int side = 0; side < 2; side++) {
            if (random.nextBoolean()) {
                double y = side == 0 ? HEIGHT * 0.17 * random.nextDouble() : HEIGHT * (1 - 0.17 * random.nextDouble());
                print.stroke(0, y, width, y + lean * width, pen, strength, random.nextDouble() < 0.1 ? 2 : 0);
            }
        }
    }

    /** Ends of what is written in the lines above and below. */
    private void neighbours(Plane ink, Random random) {
        if (random.nextDouble() > 0.15) {
            return;
        }
        var style = Style.any(HEIGHT * (0.5 + 0.4 * random.nextDouble()), random);
        boolean above = random.nextBoolean();
        for (double x = -20 + 60 * random.nextDouble(); x < ink.width; x += HEIGHT * (0.4 + 2 * random.nextDouble())) {
            var glyph = penman.write(Symbol.all().get(random.nextInt(10)), style, random)
                    .ink();
            double shows = 0.06 + 0.18 * random.nextDouble();
            int top = (int) (above ? -glyph.height() * (1 - shows) : HEIGHT - glyph.height() * shows);
            ink.lay(glyph, (int) x, top, 1);
        }
    }
}
