package org.numberreader.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoxesTest {
    private static final double STROKE_WIDTH = 5;
    private static final int LINE = 2;

    private final DrawnInk drawn = new DrawnInk();

    @Test
    void aBoxGoesAndTheDigitInItStays() {
        box(20, 20, 80, 80);
        int digit = fill(55, 35, 5, 50);

        assertThat(left()).isEqualTo(digit);
    }

    /** Its stroke goes on through the upper side and beyond: there the side stays, as wide as the stroke. */
    @Test
    void aDigitThatCrossesASideStaysWhole() {
        int digit = fill(55, 5, 5, 70);
        box(20, 20, 80, 80);

        assertThat(left()).isEqualTo(digit);
    }

    /** The foot of a 2 lies on the lower side. */
    @Test
    void aDigitMayCoverMostOfASide() {
        box(20, 20, 80, 80);
        int digit = fill(30, 95, 60, 8) + fill(55, 35, 5, 60);

        assertThat(left()).isEqualTo(digit);
    }

    @Test
    void boxesMayStandBesideEachOther() {
        int digits = 0;
        for (int i = 0; i < 4; i++) {
            box(20 + 80 * i, 20, 72, 80);
            digits += fill(50 + 80 * i, 35, 5, 50);
        }

        assertThat(left()).isEqualTo(digits);
    }

    @Test
    void anEmptyBoxGoesIfItIsOneOfSeveral() {
        box(20, 20, 72, 80);
        box(100, 20, 72, 80);
        int digit = fill(50, 35, 5, 50);

        assertThat(left()).isEqualTo(digit);
    }

    /** It may be a square 0. */
    @Test
    void anEmptyBoxAloneStays() {
        int box = box(20, 20, 60, 80);

        assertThat(left()).isEqualTo(box);
    }

    /** As a calculator shows an 8. */
    @Test
    void aBarAcrossABoxIsNoWriting() {
        box(20, 20, 60, 80);
        fill(20, 60, 60, LINE);

        assertThat(left()).isEqualTo(count());
    }

    @Test
    void threeSidesAreNoBox() {
        fill(20, 20, LINE, 80);
        fill(98, 20, LINE, 80);
        fill(20, 98, 80, LINE);
        fill(55, 35, 5, 50);

        assertThat(left()).isEqualTo(count());
    }

    /** A 1, a 5 and a 1 that reach both lines of a form. */
    @Test
    void strokesThickerThanTheLinesTheyReachAreNoSides() {
        fill(10, 20, 380, LINE);
        fill(10, 98, 380, LINE);
        fill(60, 20, 5, 80);
        fill(120, 40, 40, 5);
        fill(120, 40, 5, 50);
        fill(160, 20, 5, 80);

        assertThat(left()).isEqualTo(count());
    }

    /** As strokes with little between them do. */
    @Test
    void linesThatAreNotInkedBetweenTwoStrokesAreNoSides() {
        fill(60, 20, LINE, 80);
        fill(160, 20, LINE, 80);
        fill(60, 20, 30, LINE);
        fill(130, 20, 32, LINE);
        fill(60, 98, 30, LINE);
        fill(130, 98, 32, LINE);
        fill(110, 35, 5, 50);

        assertThat(left()).isEqualTo(count());
    }

    /** Gaps of a seventh of a side: lines that go on behind paper would be one. */
    @Test
    void boxesMayBeCloseToEachOther() {
        int digits = 0;
        for (int i = 0; i < 5; i++) {
            box(10 + 69 * i, 20, 60, 60);
            digits += fill(38 + 69 * i, 30, 5, 40);
        }

        assertThat(left()).isEqualTo(digits);
    }

    @Test
    void anEmptyBoxOfAnotherSizeStays() {
        box(20, 20, 72, 80);
        int digit = fill(50, 35, 5, 50);
        int empty = box(200, 30, 40, 50);

        assertThat(left()).isEqualTo(digit + empty);
    }

    @Test
    void aBoxMayBeTilted() {
        for (int i = 0; i < 90; i++) {
            fill(20 + i, 20 + i / 20, 1, LINE);
            fill(20 + i, 98 + i / 20, 1, LINE);
        }
        for (int i = 0; i < 80; i++) {
            fill(20 - i / 20, 20 + i, LINE, 1);
            fill(108 - i / 20, 24 + i, LINE, 1);
        }
        int digit = fill(60, 40, 5, 45);

        assertThat(left()).isBetween(digit, digit + 20);
    }

    /** A digit as dark as a soft edge lies under the box: what is beside the side goes, what is further stays. */
    @Test
    void theSoftEdgeBesideASideGoesToo() {
        box(20, 20, 80, 80);
        int digit = fill(55, 35, 5, 50);
        drawn.fill(30, 22, 60, 1, 60);

        assertThat(left()).isEqualTo(digit);
    }

    /** Draws the four sides, and tells how many pixels they have. */
    private int box(int left, int top, int width, int height) {
        int before = count();
        fill(left, top, width, LINE);
        fill(left, top + height - LINE, width, LINE);
        fill(left, top, LINE, height);
        fill(left + width - LINE, top, LINE, height);
        return count() - before;
    }

    private int fill(int left, int top, int width, int height) {
        drawn.fill(left, top, width, height, 255);
        return width * height;
    }

    private int count() {
        return DrawnInk.count(drawn.of(STROKE_WIDTH));
    }

    /** Pixels of ink without the boxes. */
    private int left() {
        var ink = drawn.of(STROKE_WIDTH);
        return DrawnInk.count(Boxes.erased(ink, InkMask.of(ink, 128)));
    }
}
