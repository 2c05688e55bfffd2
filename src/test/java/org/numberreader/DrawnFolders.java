package org.numberreader;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.numberreader.image.GrayImage;
import org.numberreader.training.strokes.Hand;
import org.numberreader.training.strokes.StrokeDigits;

/** Folders of drawn numbers, one for each way of writing; always the same for the same name. */
final class DrawnFolders {
    private static final int PICTURES = 40;

    private final Random random;
    private final DrawnNumbers drawn;
    private final WornPictures worn;

    private DrawnFolders(long seed) {
        this.random = new Random(seed);
        this.drawn = new DrawnNumbers(seed);
        this.worn = new WornPictures(random);
    }

    /** Draws a folder's pictures into it, in place of what it had; a name up to its last dash is the truth. */
    static void draw(Path folder) throws IOException {
        String way = folder.getFileName().toString();
        var folders = new DrawnFolders(way.hashCode());
        Files.createDirectories(folder);
        try (var older = Files.list(folder)) {
            for (var picture : older.toList()) {
                Files.delete(picture);
            }
        }
        for (int i = 0; i < PICTURES; i++) {
            var lines = folders.truth(way);
            var picture = folders.picture(way, lines);
            boolean jpeg = i % 2 == 0;
            Files.write(
                    folder.resolve("%s-%03d.%s".formatted(String.join("_", lines), i, jpeg ? "jpg" : "png")),
                    jpeg ? Encoded.jpeg(picture) : Encoded.png(picture));
        }
    }

    private List<String> truth(String way) {
        return switch (way) {
            case "blank", "squared", "letter", "letters", "shapes" -> List.of();
            case "lines" ->
                Stream.generate(() -> drawn.digits(2, 6))
                        .limit(2 + random.nextInt(3))
                        .toList();
            case "touching" -> List.of(drawn.digits(2, 5));
            default -> List.of(drawn.digits(1, 6));
        };
    }

    private BufferedImage picture(String way, List<String> lines) {
        return switch (way) {
            case "scan" -> worn.noisy(drawn.numbers(lines, worn.between(45, 110)), 2);
            case "inverted" -> worn.noisy(WornPictures.inverted(drawn.numbers(lines, worn.between(45, 110))), 3);
            case "small" -> worn.noisy(drawn.numbers(lines, worn.between(14, 20)), 2);
            case "lines" -> worn.noisy(drawn.numbers(lines, worn.between(35, 60)), 2);
            case "shadow" -> worn.noisy(worn.shaded(drawn.numbers(lines, worn.between(45, 90))), 3);
            case "noisy" -> worn.noisy(drawn.numbers(lines, worn.between(45, 90)), worn.between(12, 30));
            case "pencil" -> worn.noisy(worn.faint(drawn.numbers(lines, worn.between(45, 90))), 3);
            case "touching" -> worn.noisy(drawn.touching(lines.get(0), worn.between(45, 90)), 2);
            case "ruled" -> worn.noisy(worn.ruled(drawn.numbers(lines, worn.between(45, 90))), 2);
            case "tilted" -> worn.noisy(worn.tilted(drawn.numbers(lines, worn.between(45, 90))), 2);
            case "blank" -> blank();
            case "squared" -> worn.noisy(squared(), 2);
            case "letter" -> worn.noisy(letters(1), 2);
            case "letters" -> worn.noisy(letters(3 + random.nextInt(6)), 2);
            case "shapes" -> worn.noisy(shapes(), 2);
            case "boxes" -> worn.noisy(fields(lines.get(0), true), 2);
            case "comb" -> worn.noisy(fields(lines.get(0), false), 2);
            default -> throw new IllegalArgumentException(way);
        };
    }

    /** Paper with all that is on paper besides numbers: shade, grain, lines. */
    private BufferedImage blank() {
        var paper = anyPaper();
        return switch (random.nextInt(4)) {
            case 0 -> worn.noisy(paper, worn.between(0, 3));
            case 1 -> worn.noisy(worn.shaded(paper), 3);
            case 2 -> worn.noisy(worn.ruled(paper), 2);
            default -> worn.noisy(paper, worn.between(8, 20));
        };
    }

    /** Squared paper without a word on it. */
    private BufferedImage squared() {
        var paper = anyPaper();
        Graphics2D pen = DrawnNumbers.pen(paper, new Color(90, 90, 90));
        pen.setStroke(new BasicStroke((float) worn.between(1, 3)));
        double step = worn.between(18, 60);
        for (double y = worn.between(5, step); y < paper.getHeight(); y += step) {
            pen.draw(new Line2D.Double(0, y, paper.getWidth(), y));
        }
        for (double x = worn.between(5, step); x < paper.getWidth(); x += step) {
            pen.draw(new Line2D.Double(x, 0, x, paper.getHeight()));
        }
        pen.dispose();
        return paper;
    }

    private BufferedImage anyPaper() {
        return DrawnNumbers.paper(150 + random.nextInt(350), 80 + random.nextInt(200));
    }

    /** A word of letters and signs that look like no digit, or one of them. */
    private BufferedImage letters(int letters) {
        var strokes = new StrokeDigits();
        var hand = Hand.any(random);
        int height = (int) worn.between(25, 70);
        var paper = DrawnNumbers.paper((int) (height * (1.3 * letters + 1)), 2 * height);
        int x = height / 2;
        for (int i = 0; i < letters; i++) {
            var letter = strokes.sign(hand, height, random);
            write(paper, letter, x, height / 2 + (height - letter.height()) / 2);
            x += letter.width() + (int) (height * worn.between(0.1, 0.25));
        }
        return paper;
    }

    private static void write(BufferedImage paper, GrayImage ink, int left, int top) {
        for (int y = 0; y < ink.height(); y++) {
            for (int x = 0; x < Math.min(ink.width(), paper.getWidth() - left); x++) {
                paper.getRaster().setSample(left + x, top + y, 0, 255 - ink.at(x, y) * 4 / 5);
            }
        }
    }

    /** Figures side by side, in outline or full; no ring or upright line, which could be a 0 or a 1. */
    private BufferedImage shapes() {
        int count = 1 + random.nextInt(4);
        int side = (int) worn.between(40, 120);
        var paper = DrawnNumbers.paper((int) (1.5 * side * count) + side, 2 * side);
        Graphics2D pen = DrawnNumbers.pen(paper, new Color(40, 40, 40));
        pen.setStroke(new BasicStroke((float) worn.between(2, 0.12 * side)));
        for (int i = 0; i < count; i++) {
            double left = side / 2.0 + 1.5 * side * i;
            switch (random.nextInt(5)) {
                case 0 -> pen.fill(new Ellipse2D.Double(left, side / 2.0, side, worn.between(0.7, 1) * side));
                case 1, 2 -> pen.fill(shape(left, side / 2.0, side));
                default -> pen.draw(shape(left, side / 2.0, side));
            }
        }
        pen.dispose();
        return paper;
    }

    /** A star, polygon or rectangle. */
    private Shape shape(double left, double top, double side) {
        if (random.nextInt(4) == 0) {
            return new Rectangle2D.Double(left, top, side, worn.between(0.5, 1) * side);
        }
        boolean star = random.nextBoolean();
        int corners = star ? 2 * (4 + random.nextInt(4)) : 3 + random.nextInt(4);
        double turned = worn.between(0, 2 * Math.PI);
        var path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double radius = side / (star && i % 2 == 1 ? 5.0 : 2.0);
            double x = left + side / 2 + radius * Math.cos(turned + 2 * Math.PI * i / corners);
            double y = top + side / 2 + radius * Math.sin(turned + 2 * Math.PI * i / corners);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    /** A printed field with a place for each digit: a row of boxes, or a comb. */
    private BufferedImage fields(String digits, boolean boxes) {
        double height = worn.between(30, 70);
        int pitch = (int) (height * worn.between(1.15, 1.5));
        var paper = DrawnNumbers.paper((int) (pitch * digits.length() + 2 * height), (int) (2.6 * height));
        Graphics2D pen = DrawnNumbers.pen(paper, new Color(110, 110, 110));
        pen.setStroke(new BasicStroke((float) worn.between(1, 3)));
        double top = 0.5 * height;
        double bottom = 2.1 * height;
        double post = boxes ? top : bottom - 0.5 * height;
        double left = height * 0.9;
        double right = left + pitch * digits.length();
        pen.draw(new Line2D.Double(left, bottom, right, bottom));
        if (boxes) {
            pen.draw(new Line2D.Double(left, top, right, top));
        }
        for (int i = 0; i <= digits.length(); i++) {
            pen.draw(new Line2D.Double(left + i * pitch, post, left + i * pitch, bottom));
        }
        pen.dispose();
        for (int i = 0; i < digits.length(); i++) {
            var digit = drawn.number(digits.substring(i, i + 1), height);
            // A digit's picture has more than half a digit of paper on its left.
            darken(paper, digit, (int) (left + i * pitch - 0.3 * height), (int) (0.2 * height));
        }
        return paper;
    }

    /** Lays a picture over paper, as ink does: the darker of both. */
    private static void darken(BufferedImage paper, BufferedImage picture, int left, int top) {
        int bottom = Math.min(picture.getHeight(), paper.getHeight() - top);
        int right = Math.min(picture.getWidth(), paper.getWidth() - left);
        for (int y = Math.max(0, -top); y < bottom; y++) {
            for (int x = Math.max(0, -left); x < right; x++) {
                int under = paper.getRaster().getSample(left + x, top + y, 0);
                int over = picture.getRaster().getSample(x, y, 0);
                paper.getRaster().setSample(left + x, top + y, 0, Math.min(under, over));
            }
        }
    }
}
