package org.numberreader.training.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.numberreader.image.GrayImage;
import org.numberreader.training.strokes.Hand;
import org.numberreader.training.strokes.StrokeDigits;

class PageGlyphsTest {
    private static final int NOT_A_DIGIT = 10;

    @Test
    void theSamePagesGiveTheSameGlyphs() {
        var once = glyphs(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).of(20, 3);
        var again = glyphs(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).of(20, 3);
        assertThat(again).hasSameSizeAs(once);
        for (int i = 0; i < once.size(); i++) {
            assertThat(again.get(i).label()).isEqualTo(once.get(i).label());
            assertThat(again.get(i).frame().pixels())
                    .isEqualTo(once.get(i).frame().pixels());
        }
        assertThat(glyphs(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).of(20, 4).size()).isNotEqualTo(once.size());
    }

    @Test
    void whatIsWrittenIsFoundAsItself() {
        var found = glyphs(4, 7).of(60, 1);
        assertThat(found.stream().map(PageGlyphs.Labelled::label)).containsOnly(4, 7, NOT_A_DIGIT);
        assertThat(found.stream().filter(glyph -> glyph.label() == 4)).hasSizeGreaterThan(20);
        assertThat(found.stream().filter(glyph -> glyph.label() == 7)).hasSizeGreaterThan(20);
        assertThat(found.stream().filter(glyph -> glyph.label() == NOT_A_DIGIT)).hasSizeGreaterThan(40);
    }

    /** Of any ten hands, each digit once. */
    private static PageGlyphs glyphs(int... labels) {
        var random = new Random(5);
        var strokes = new StrokeDigits();
        List<GrayImage> pictures = IntStream.of(labels)
                .mapToObj(label -> strokes.ink(label, Hand.any(random), 40, random))
                .toList();
        IntFunction<GrayImage> picture = pictures::get;
        return new PageGlyphs(labels, picture);
    }
}
