package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.recognition.DigitScores;
import org.numberreader.segmentation.Glyph;
import org.numberreader.segmentation.Line;
import org.numberreader.segmentation.Outline;

/** What is taken out of a line as a word. */
class CapitalsTest {
    private static final int FOOT = 200;

    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<DigitScores> scores = new ArrayList<>();
    private int right;

    @Test
    void aWordBeforeDigitsGoes() {
        word(60, 60, 60);
        noDigit(1);
        digits(40);

        assertThat(left()).isEqualTo(2);
    }

    @Test
    void aWordBehindDigitsGoes() {
        digits(0);
        mark(60, 40);
        mark(60, 10);
        noDigit(3);

        assertThat(left()).isEqualTo(2);
    }

    @Test
    void whatIsLeftIsCountedAnew() {
        word(60, 60);
        noDigit(1);
        digits(40);

        var glyph = kept().glyphs().get(1);

        assertThat(List.of(glyph.from(), glyph.to())).containsExactly(1, 2);
        assertThat(glyph.box()).isEqualTo(glyphs.get(3).box());
        assertThat(kept().box())
                .isEqualTo(kept().pieces().get(0).union(kept().pieces().get(1)));
    }

    @Test
    void digitsInPrintStay() {
        word(60, 60, 60);
        digits(40);

        assertThat(left()).isEqualTo(5);
    }

    @Test
    void oneLetterOfManyDigitsIsAMisreadDigit() {
        word(60, 60, 60, 60, 60);
        noDigit(1);
        digits(40);

        assertThat(left()).isEqualTo(7);
    }

    /** Handwriting is not as even as print. */
    @Test
    void unevenMarksStay() {
        word(60, 68);
        noDigit(1);
        digits(40);

        assertThat(left()).isEqualTo(4);
    }

    @Test
    void whatIsAsHighAsTheDigitsStays() {
        word(95, 95);
        noDigit(1);
        digits(60);

        assertThat(left()).isEqualTo(4);
    }

    /** They may be lower digits of the same number. */
    @Test
    void whatIsCloseToTheDigitsStays() {
        word(60, 60);
        noDigit(1);
        digits(20);

        assertThat(left()).isEqualTo(4);
    }

    /** Without it both numbers would be one. */
    @Test
    void aWordBetweenDigitsStays() {
        mark(100, 0);
        mark(60, 40);
        mark(60, 10);
        noDigit(1);
        digits(40);

        assertThat(left()).isEqualTo(5);
    }

    /** A broad mark may be two digits that touch. */
    @Test
    void whatIsBroadIsNoLetter() {
        mark(60, 0);
        mark(60, 10, 80);
        noDigit(1);
        digits(60);

        assertThat(left()).isEqualTo(4);
    }

    /** A slash is higher than digits. */
    @Test
    void whatIsLowerThanNoDigitStays() {
        word(60, 60);
        noDigit(1);
        mark(100, 40);
        noDigit(2);

        assertThat(left()).isEqualTo(3);
    }

    @Test
    void aWordAloneStays() {
        word(60, 60, 60);
        noDigit(1);

        assertThat(left()).isEqualTo(3);
    }

    private void word(int... heights) {
        for (int height : heights) {
            mark(height, 10);
        }
    }

    private void digits(int gap) {
        mark(100, gap);
        mark(100, 30);
    }

    private void mark(int height, int gap) {
        mark(height, gap, height / 2);
    }

    private void mark(int height, int gap, int width) {
        var box = new Box(right + gap, FOOT - height, width, height);
        right = box.right();
        var ink = new GrayImage(4, 8, new byte[32]);
        glyphs.add(new Glyph(glyphs.size(), glyphs.size() + 1, true, 0, box, ink, new Outline(ink, 0, 0, 1)));
        var digits = new float[10];
        digits[4] = 1;
        scores.add(new DigitScores(digits, 0));
    }

    private void noDigit(int index) {
        scores.set(index, new DigitScores(new float[10], 1));
    }

    private int left() {
        return kept().pieces().size();
    }

    private Line kept() {
        var boxes = glyphs.stream().map(Glyph::box).toList();
        var line = new Line(boxes.stream().reduce(Box::union).orElseThrow(), 100, boxes, glyphs);
        var looks = new Looks(frames -> scores);
        looks.add(List.of(line));
        return Capitals.without(line, looks);
    }
}
