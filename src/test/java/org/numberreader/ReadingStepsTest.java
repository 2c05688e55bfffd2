package org.numberreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.numberreader.decoding.Expectation;
import org.numberreader.decoding.Explanation;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Polarity;

/** The pictures of docs/reading.md show what the reader does with a drawn number. -DupdateExamples=true writes them anew. */
class ReadingStepsTest {
    private static final Path IMAGES = Path.of("docs/images");
    private static final String WRITTEN = "2750";
    private static final Color CHOSEN = new Color(0, 130, 60);
    private static final Color OTHER = new Color(200, 90, 0);

    @Test
    void theDocumentedPictureIsReadAsDocumented() throws IOException {
        var picture = ruled(new DrawnNumbers(30).touching(WRITTEN, 70));
        try (var model = Defaults.model()) {
            var decoded = Defaults.decoder().decode(Encoded.png(picture), Polarity.AUTO);
            var how = Defaults.reader(model).explain(decoded, Expectation.ANY);

            assertThat(how.reading().numbers()).extracting("value").containsExactly(WRITTEN);
            var line = how.lines().get(0);
            assertThat(line.pieces()).as("more pieces than digits").hasSizeGreaterThan(WRITTEN.length());
            if (Boolean.getBoolean("updateExamples")) {
                Files.createDirectories(IMAGES);
                ImageIO.write(
                        steps(picture, how),
                        "png",
                        IMAGES.resolve("reading-steps.png").toFile());
                ImageIO.write(
                        candidates(line),
                        "png",
                        IMAGES.resolve("reading-candidates.png").toFile());
            }
        }
        assertThat(IMAGES.resolve("reading-steps.png")).isNotEmptyFile();
        assertThat(IMAGES.resolve("reading-candidates.png")).isNotEmptyFile();
    }

    private static BufferedImage ruled(BufferedImage paper) {
        Graphics2D pen = DrawnNumbers.pen(paper, new Color(150, 160, 190));
        pen.setStroke(new BasicStroke(1.5f));
        for (int y = 20; y < paper.getHeight(); y += 38) {
            pen.drawLine(0, y, paper.getWidth(), y);
        }
        pen.dispose();
        return paper;
    }

    /** Below each other: the picture, its ink, the pieces, the chosen candidates. */
    private static BufferedImage steps(BufferedImage picture, Explanation how) {
        var line = how.lines().get(0);
        var ink = inverted(Objects.requireNonNull(how.ink()));
        var chosen = line.candidates().stream()
                .filter(candidate -> candidate.chosen() != null)
                .toList();
        int width = picture.getWidth();
        int height = picture.getHeight();
        var sheet = new BufferedImage(width, 4 * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = DrawnNumbers.pen(sheet, Color.WHITE);
        brush.drawImage(picture, 0, 0, null);
        for (int i = 1; i < 4; i++) {
            brush.drawImage(ink, 0, i * height, width, height, null);
        }
        brush.setStroke(new BasicStroke(2));
        boxes(brush, line.pieces(), 2 * height, OTHER);
        boxes(brush, chosen.stream().map(Explanation.Candidate::box).toList(), 3 * height, CHOSEN);
        brush.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
        for (var candidate : chosen) {
            brush.drawString(
                    String.valueOf(candidate.chosen()),
                    candidate.box().x(),
                    3 * height + candidate.box().y() - 4);
        }
        brush.dispose();
        return sheet;
    }

    private static void boxes(Graphics2D brush, List<Box> boxes, int down, Color colour) {
        brush.setColor(colour);
        boxes.forEach(box -> brush.drawRect(box.x(), down + box.y(), box.width(), box.height()));
    }

    /** Every candidate as the network sees it, with what it takes it for; those on the best path in green. */
    private static BufferedImage candidates(Explanation.Line line) {
        int side = 84;
        int columns = 8;
        int rows = (line.candidates().size() + columns - 1) / columns;
        var sheet = new BufferedImage(columns * side, rows * (side + 22), BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = DrawnNumbers.pen(sheet, Color.WHITE);
        brush.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        brush.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        var all = new ArrayList<>(line.candidates());
        for (int i = 0; i < all.size(); i++) {
            var candidate = all.get(i);
            int x = i % columns * side;
            int y = i / columns * (side + 22);
            brush.drawImage(inverted(candidate.frame().image()), x + 2, y + 2, side - 4, side - 4, null);
            brush.setColor(candidate.chosen() != null ? CHOSEN : Color.GRAY);
            brush.drawRect(x + 2, y + 2, side - 5, side - 5);
            var scores = candidate.scores();
            float digit = scores.digits()[scores.best()];
            String said = scores.notADigit() > digit
                    ? String.format(Locale.ROOT, "none %.2f", scores.notADigit())
                    : String.format(Locale.ROOT, "%d  %.2f", scores.best(), digit);
            brush.drawString(said, x + 6, y + side + 14);
        }
        brush.dispose();
        return sheet;
    }

    private static BufferedImage inverted(GrayImage ink) {
        var picture = new BufferedImage(ink.width(), ink.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < ink.height(); y++) {
            for (int x = 0; x < ink.width(); x++) {
                picture.getRaster().setSample(x, y, 0, 255 - ink.at(x, y));
            }
        }
        return picture;
    }
}
