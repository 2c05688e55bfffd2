package org.numberreader;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.numberreader.image.GrayImage;

/**
 * Digits drawn with a pen that is never quite steady: each digit has two or three shapes, whose points, slant, size and
 * pen vary with the seed. No network learns from these shapes.
 */
public final class DrawnNumbers {
    /**
     * Shapes by digit. Strokes are parted by {@code ;}, points by spaces: across and down, in percent of the digit's
     * height. A stroke runs smoothly through its points; a point given twice is a corner.
     */
    private static final String[][] SHAPES = {
        {
            "40,2 14,18 4,50 14,84 38,98 60,84 68,50 60,16 36,2",
            "30,0 8,22 4,55 14,88 32,99 50,82 56,48 48,14 26,1",
            "50,3 22,10 6,40 8,76 30,98 58,88 72,56 66,20 44,3 36,8"
        },
        {"22,0 20,50 18,100", "34,0 26,50 18,100", "4,26 26,0 26,0 26,50 26,100"},
        {
            "6,24 18,4 42,2 56,18 48,44 26,72 4,98 4,98 34,96 62,97",
            "8,20 26,2 48,6 54,28 38,60 8,94 8,94 22,88 40,96 62,94",
            "4,16 24,4 50,8 54,32 34,64 8,92 2,84 18,80 40,94 64,92"
        },
        {
            "6,12 28,0 50,10 48,34 24,46 24,46 52,56 58,80 36,98 4,90",
            "4,4 52,2 52,2 26,38 26,38 52,50 56,78 36,98 4,92",
            "8,10 30,1 50,14 42,36 22,47 48,56 56,78 38,97 18,99 2,88"
        },
        {
            "12,4 6,36 4,60 4,60 32,60 66,58;50,28 48,64 46,100",
            "40,0 20,34 2,66 2,66 34,66 66,64;44,36 42,68 40,100",
            "8,2 8,30 10,54 10,54 30,56 54,52;54,0 52,50 50,100"
        },
        {
            "58,3 16,4 16,4 10,44 10,44 34,36 56,50 58,78 36,97 4,92",
            "14,4 10,42 10,42 36,38 56,54 54,82 30,98 4,90;14,4 36,4 62,2"
        },
        {
            "48,0 22,26 6,62 12,90 34,99 54,84 50,62 30,54 10,70",
            "36,0 14,34 4,70 18,96 42,96 54,76 42,58 20,60 6,74",
            "56,4 26,18 8,52 8,86 30,99 54,86 52,64 32,54 10,68"
        },
        {
            "4,6 30,5 58,3 58,3 40,46 24,100",
            "4,4 56,4 56,4 34,50 22,100;12,52 34,50 56,49",
            "4,16 6,4 6,4 60,4 60,4 44,40 34,100"
        },
        {
            "48,12 28,0 8,14 14,36 36,50 54,74 38,98 12,94 4,74 22,52 44,34 52,14 42,4",
            "30,48 8,28 12,6 34,0 54,12 48,34 28,48 8,66 6,88 28,99 52,90 56,68 32,49"
        },
        {
            "52,14 30,1 8,14 8,38 28,50 48,38 54,12 54,12 52,50 46,100",
            "50,12 28,2 8,20 14,44 36,46 50,24 52,12 54,46 44,84 24,99 8,92",
            "46,6 20,4 6,26 18,48 40,42 50,20 50,8 50,8 48,54 50,100"
        }
    };

    private final Random random;

    public DrawnNumbers(long seed) {
        this.random = new Random(seed);
    }

    /** White paper. */
    public static BufferedImage paper(int width, int height) {
        var paper = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D brush = paper.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        return paper;
    }

    /** What is on such paper, its own pixels and not a copy. */
    public static GrayImage gray(BufferedImage paper) {
        var pixels = ((DataBufferByte) paper.getRaster().getDataBuffer()).getData();
        return new GrayImage(paper.getWidth(), paper.getHeight(), pixels);
    }

    /** Any digits; the first may be 0. */
    public String digits(int fewest, int most) {
        int length = fewest + random.nextInt(most - fewest + 1);
        var digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    /** A number by one hand on white paper, with a margin of half a digit around it. */
    public BufferedImage number(String digits, double height) {
        return numbers(List.of(digits), height);
    }

    /** Numbers below each other by one hand on white paper. */
    public BufferedImage numbers(List<String> lines, double height) {
        return numbers(lines, height, 0.12, 0.28);
    }

    /** A number whose neighbouring digits mostly touch. */
    public BufferedImage touching(String digits, double height) {
        return numbers(List.of(digits), height, -0.14, -0.02);
    }

    /** Between digits is the pen's width and a gap of these shares of the height. */
    private BufferedImage numbers(List<String> lines, double height, double leastGap, double mostGap) {
        int longest = lines.stream().mapToInt(String::length).max().orElseThrow();
        var paper = paper((int) (height * (1.4 + 0.95 * longest)), (int) (height * (0.9 + 1.7 * lines.size() - 0.5)));
        Graphics2D pen = pen(paper, Color.getHSBColor(0, 0, 0.05f + 0.25f * random.nextFloat()));
        double slant = between(-0.05, 0.25);
        double width = height * between(0.07, 0.12);
        double shake = between(0.012, 0.03);
        double top = height * 0.55;
        for (String line : lines) {
            double x = height * between(0.55, 0.8);
            for (char digit : line.toCharArray()) {
                double tall = height * between(0.9, 1.05);
                double y = top + height * between(-0.04, 0.04);
                pen.setStroke(stroke(width * between(0.9, 1.1)));
                int shape = random.nextInt(SHAPES[digit - '0'].length);
                var path = path(digit - '0', shape, x, y, tall, slant, shake);
                pen.draw(path);
                x += path.getBounds2D().getWidth() + width + height * between(leastGap, mostGap);
            }
            top += 1.6 * height;
        }
        pen.dispose();
        return paper;
    }

    /** A digit's first shape exactly as it is given, on white paper: the same each time. */
    public static BufferedImage plain(int digit, int height) {
        var paper = paper(height * 2, height * 2);
        Graphics2D pen = pen(paper, Color.BLACK);
        plain(pen, digit, height / 2.0, height / 2.0, height);
        pen.dispose();
        return paper;
    }

    /** Draws a digit's first shape exactly as it is given, its left upper corner at a place. */
    public static void plain(Graphics2D pen, int digit, double x, double y, double height) {
        pen.setStroke(stroke(height / 10));
        pen.draw(new DrawnNumbers(0).path(digit, 0, x, y, height, 0, 0));
    }

    /** A graphics that draws smoothly in a colour. */
    public static Graphics2D pen(BufferedImage paper, Color colour) {
        Graphics2D pen = paper.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(colour);
        return pen;
    }

    private static BasicStroke stroke(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** The digit's strokes, the leftmost point at x. */
    private Path2D path(int digit, int shape, double x, double y, double height, double slant, double shake) {
        var path = new Path2D.Double();
        for (String stroke : SHAPES[digit][shape].split(";")) {
            List<Point2D> points = Arrays.stream(stroke.split(" "))
                    .map(point -> point.split(","))
                    .map(xy -> (Point2D)
                            new Point2D.Double(Double.parseDouble(xy[0]) / 100, Double.parseDouble(xy[1]) / 100))
                    .toList();
            path.append(smooth(shaken(points, shake)), false);
        }
        path.transform(new AffineTransform(height, 0, -slant * height, height, 0, 0));
        path.transform(AffineTransform.getTranslateInstance(x - leftmost(path), y));
        return path;
    }

    /** Of all points, control points too: Java 19 and newer leave those out of a path's bounds. */
    private static double leftmost(Path2D path) {
        double leftmost = Double.POSITIVE_INFINITY;
        var coordinates = new double[6];
        for (var segments = path.getPathIterator(null); !segments.isDone(); segments.next()) {
            int points = switch (segments.currentSegment(coordinates)) {
                case PathIterator.SEG_CUBICTO -> 3;
                case PathIterator.SEG_QUADTO -> 2;
                case PathIterator.SEG_CLOSE -> 0;
                default -> 1;
            };
            for (int i = 0; i < points; i++) {
                leftmost = Math.min(leftmost, coordinates[2 * i]);
            }
        }
        return leftmost;
    }

    private List<Point2D> shaken(List<Point2D> points, double shake) {
        var shaken = new ArrayList<Point2D>();
        for (Point2D point : points) {
            boolean corner = !shaken.isEmpty() && point.equals(points.get(shaken.size() - 1));
            shaken.add(
                    corner
                            ? shaken.get(shaken.size() - 1)
                            : new Point2D.Double(
                                    point.getX() + shake * random.nextGaussian(),
                                    point.getY() + shake * random.nextGaussian()));
        }
        return shaken;
    }

    /** A Catmull-Rom spline: through every point, and with a corner where one is given twice. */
    private static Path2D smooth(List<Point2D> points) {
        var path = new Path2D.Double();
        path.moveTo(points.get(0).getX(), points.get(0).getY());
        for (int i = 0; i + 1 < points.size(); i++) {
            Point2D from = points.get(i);
            Point2D to = points.get(i + 1);
            if (from.equals(to)) {
                continue;
            }
            Point2D before = points.get(Math.max(0, i - 1));
            Point2D after = points.get(Math.min(points.size() - 1, i + 2));
            path.curveTo(
                    from.getX() + (to.getX() - before.getX()) / 6,
                    from.getY() + (to.getY() - before.getY()) / 6,
                    to.getX() - (after.getX() - from.getX()) / 6,
                    to.getY() - (after.getY() - from.getY()) / 6,
                    to.getX(),
                    to.getY());
        }
        return path;
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
