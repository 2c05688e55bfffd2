package org.numberreader.training.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.segmentation.Glyph;
import org.numberreader.segmentation.Outline;

class WrittenPageTest {
    private static final int NOT_A_DIGIT = 10;

    private final WrittenPage page = new WrittenPage(100, 60);

    /** Two blocks of 20 by 30 pixels side by side, a 3 and a 5. */
    private void writeTwo() {
        page.write(block(20, 30), 3, 30, 30, 30, 0, 0);
        page.write(block(20, 30), 5, 50, 30, 30, 0, 0);
    }

    @Test
    void everyPixelKnowsItsSign() {
        writeTwo();
        assertThat(page.ownerAt(30, 30)).isZero();
        assertThat(page.ownerAt(50, 30)).isEqualTo(1);
        assertThat(page.ownerAt(5, 5)).isEqualTo(WrittenPage.NOBODY);
        assertThat(page.ownerAt(-1, 30)).isEqualTo(WrittenPage.NOBODY);
        assertThat(page.areas()).hasSize(2);
        assertThat(page.areas()[0]).as("with its soft edge").isBetween(600, 660);
        assertThat(page.labels()).containsExactly(3, 5);
    }

    @Test
    void linesAreNobodysAndOnlyDarken() {
        writeTwo();
        page.line(0, 30, 99, 30, 3, 0.5);
        assertThat(page.inkAt(30 * 100 + 5)).isEqualTo(0.5f);
        assertThat(page.inkAt(30 * 100 + 30)).isEqualTo(1);
        assertThat(page.ownerAt(5, 30)).isEqualTo(WrittenPage.NOBODY);
        assertThat(page.ownerAt(30, 30)).isZero();
    }

    @Test
    void turnedAndLeaningSignsKeepTheirSize() {
        page.write(block(20, 30), 3, 50, 30, 30, Math.PI / 6, 0);
        page.write(block(20, 30), 5, 50, 30, 30, 0, 0.3);
        assertThat(page.areas()[0] + page.areas()[1]).isBetween(600, 1300);
        assertThat(page.inkAt(30 * 100 + 50)).isEqualTo(1);
    }

    @Test
    void aCandidateIsTheDigitThatItHolds() {
        writeTwo();
        assertThat(label(new Box(20, 15, 20, 30))).isEqualTo(3);
        assertThat(label(new Box(40, 15, 20, 30))).isEqualTo(5);
    }

    @Test
    void bothTogetherAndAPartAreNoDigit() {
        writeTwo();
        assertThat(label(new Box(20, 15, 40, 30))).isEqualTo(NOT_A_DIGIT);
        assertThat(label(new Box(20, 15, 20, 14))).isEqualTo(NOT_A_DIGIT);
    }

    @Test
    void whatNobodyCouldTellIsLeftOut() {
        writeTwo();
        assertThat(label(new Box(20, 15, 20, 22)))
                .as("three quarters of a digit")
                .isNull();
        assertThat(label(new Box(20, 15, 8, 30))).as("as narrow as a 1").isNull();
    }

    private @Nullable Integer label(Box box) {
        var ink = block(box.width(), box.height());
        return PageGlyphs.label(
                new Glyph(0, 1, true, 0, box, ink, new Outline(ink, box.x(), box.y(), 1)), page, page.areas());
    }

    private static GrayImage block(int width, int height) {
        var pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) 255);
        return new GrayImage(width, height, pixels);
    }
}
