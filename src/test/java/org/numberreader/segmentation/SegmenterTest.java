package org.numberreader.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.Defaults;
import org.numberreader.DrawnNumbers;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;

/** Marks that are found among lines and frames. */
class SegmenterTest {
    private static final int TALL = 60;

    private final BufferedImage paper = DrawnNumbers.paper(600, 160);

    @Test
    void barsOfNeighbouringDigitsAreNoLine() {
        write("4444", 60);
        var plain = lines().get(0);

        assertThat(plain.pieces()).hasSize(4);
        assertThat(inkOf(plain)).as("bars and all").isGreaterThan(4 * 60 * 6);
        for (var digit : plain.glyphs()) {
            assertThat(digit.ink().width()).as("with its bar").isGreaterThan(30);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {104, 130, 140})
    void aLineThroughOrBelowDigitsIsTakenAway(int y) {
        write("4712", 60);
        draw(3, pen -> pen.drawLine(0, y, 600, y));

        var line = lines().get(0);

        assertThat(line.pieces()).hasSize(4);
        assertThat(line.box().width()).isLessThan(330);
    }

    @Test
    void anUnderlineIsNoPartOfADigit() {
        write("7", 60);
        draw(5, pen -> pen.drawLine(50, 127, 110, 127));

        var line = lines().get(0);

        assertThat(line.pieces()).hasSize(1);
        assertThat(line.box().bottom()).isLessThan(124);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, 0, 3})
    void aFrameIsTakenAway(double turned) {
        write("471", 60);
        draw(3, pen -> {
            pen.rotate(Math.toRadians(turned), 150, 85);
            pen.drawRect(30, 30, 280, 115);
        });

        var line = lines().get(0);

        assertThat(line.pieces()).hasSize(3);
        assertThat(line.box().x()).isGreaterThan(50);
        assertThat(line.box().right()).isLessThan(260);
    }

    @Test
    void aRoundDigitIsNoFrame() {
        var pen = DrawnNumbers.pen(paper, Color.BLACK);
        pen.setStroke(new BasicStroke(5));
        pen.drawOval(60, 20, 90, 120);
        pen.fillOval(100, 75, 8, 8);
        pen.dispose();

        Box box = lines().get(0).box();
        assertThat(box.width()).isBetween(94, 98);
        assertThat(box.height()).isBetween(124, 128);
    }

    @Test
    void aSevenAroundABitOfItsBarIsNoFrame() {
        draw(6, pen -> {
            pen.drawPolyline(new int[] {60, 140, 140}, new int[] {40, 40, 130}, 3);
            pen.drawLine(100, 75, 100, 100);
        });

        assertThat(lines().get(0).box().height()).isGreaterThan(85);
    }

    @Test
    void aSmallPartIsOfTheDigitThatItIsAt() {
        write("447", 60);
        draw(6, pen -> pen.drawLine(255, 75, 255, 85));

        for (var glyph : lines().get(0).glyphs()) {
            assertThat(glyph.box().width()).as("one digit").isLessThan(80);
        }
    }

    /** A thin 2 beside broad digits. */
    @Test
    void aDigitThatBrokeIntoSmallPartsIsOne() {
        write("447", 60);
        draw(4, pen -> {
            pen.drawPolyline(new int[] {300, 312, 326}, new int[] {66, 57, 66}, 3);
            pen.drawLine(326, 75, 318, 88);
            pen.drawPolyline(new int[] {310, 298, 340}, new int[] {96, 110, 112}, 3);
        });

        var pieces = lines().get(0).glyphs();

        assertThat(pieces).hasSize(4);
        assertThat(pieces.get(3).box().height()).isGreaterThan(50);
    }

    /** Its inside is taken for paper, and its corners are not: they are no strokes. */
    @Test
    void aFullFigureIsNoInk() {
        write("447", 60);
        draw(1, pen -> {
            pen.setColor(Color.DARK_GRAY);
            pen.fillPolygon(new int[] {310, 350, 390, 370, 330}, new int[] {80, 40, 80, 130, 130}, 5);
        });

        var glyphs = lines().get(0).glyphs();

        assertThat(glyphs).hasSize(3);
        assertThat(glyphs.get(2).box().right()).isLessThan(300);
    }

    /** One stroke may be of both digits: each side of a cut is seen with most of a stroke's width of the other, too. */
    @Test
    void whatIsCutOffIsAlsoSeenWithAStrokeOfItsNeighbour() {
        int pen = 8;
        var halves = halves(pen, stroke -> {
            stroke.drawOval(60, 50, 50, 70);
            stroke.drawOval(110, 50, 50, 70);
        });

        assertThat(halves).isNotEmpty();
        for (var plain : halves) {
            var alike = halves.stream()
                    .filter(glyph -> glyph.from() == plain.from() && glyph.to() == plain.to())
                    .toList();
            assertThat(alike).as("%d to %d", plain.from(), plain.to()).hasSize(2);
            var own = alike.get(0).box();
            var wider = alike.get(1).box();
            assertThat(wider.union(own)).as("all of its own").isEqualTo(wider);
            assertThat(wider.width() - own.width()).as("a stroke more").isBetween(1, pen + 2);
            assertThat(ink(alike.get(1))).isGreaterThan(ink(alike.get(0)));
        }
    }

    /** A path between them goes down a stroke, not across one: a 0 and a 1 that leans on it. */
    @Test
    void digitsThatTouchAlongAStrokeAreCutThere() {
        int pen = 8;
        var halves = halves(pen, stroke -> {
            stroke.drawOval(60, 50, 60, 70);
            stroke.drawLine(122, 45, 122, 125);
        });

        assertThat(halves)
                .extracting(Glyph::box)
                .as("the 0 without the 1")
                .anySatisfy(box -> {
                    assertThat(box.x()).isBetween(54, 58);
                    assertThat(box.right()).isBetween(117, 124);
                    assertThat(box.height()).isGreaterThan(70);
                })
                .as("the 1 without the 0")
                .anySatisfy(box -> {
                    assertThat(box.width()).isLessThanOrEqualTo(2 * pen);
                    assertThat(box.height()).isGreaterThan(80);
                });
    }

    /** What one cut parts from the rest. */
    private List<Glyph> halves(int pen, Drawing drawing) {
        draw(pen, drawing);
        return lines().get(0).glyphs().stream()
                .filter(glyph -> glyph.cuts() == 1)
                .toList();
    }

    private static long ink(Glyph glyph) {
        long ink = 0;
        for (byte pixel : glyph.ink().pixels()) {
            ink += pixel & 0xff;
        }
        return ink;
    }

    /** Each could be half of the one below it. */
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void thousandsOfPartsTakeNoMinutes() {
        var page = new byte[2000 * 2000];
        Arrays.fill(page, (byte) 255);
        for (int y = 20; y < 1980; y += 18) {
            for (int x = 20; x < 1980; x += 20) {
                for (int row = y; row < y + 15; row++) {
                    Arrays.fill(page, row * 2000 + x, row * 2000 + x + 7, (byte) 0);
                }
            }
        }

        assertThat(Defaults.segmenter().plain(new GrayImage(2000, 2000, page)).lines())
                .isNotEmpty();
    }

    private interface Drawing {
        void with(Graphics2D pen);
    }

    private void draw(float width, Drawing drawing) {
        Graphics2D pen = DrawnNumbers.pen(paper, Color.BLACK);
        pen.setStroke(new BasicStroke(width));
        drawing.with(pen);
        pen.dispose();
    }

    private void write(String digits, int left) {
        Graphics2D pen = DrawnNumbers.pen(paper, Color.BLACK);
        for (int i = 0; i < digits.length(); i++) {
            DrawnNumbers.plain(pen, digits.charAt(i) - '0', left + i * TALL * 1.1, 55, TALL);
        }
        pen.dispose();
    }

    private static int inkOf(Line line) {
        return line.glyphs().stream()
                .mapToInt(glyph -> glyph.ink().width() * glyph.ink().height())
                .sum();
    }

    private List<Line> lines() {
        return Defaults.segmenter().lines(DrawnNumbers.gray(paper)).lines();
    }
}
