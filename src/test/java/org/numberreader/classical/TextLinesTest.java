package org.numberreader.classical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;

class TextLinesTest {

    @Test
    void readsLinesFromTopToBottomAndEachFromLeftToRight() {
        assertThat(read(box(50, 100), box(50, 10), box(10, 12), box(10, 103)))
                .containsExactly("0/0 10,12", "0/0 50,10", "1/0 10,103", "1/0 50,100");
    }

    @Test
    void aLineMayTilt() {
        assertThat(read(box(10, 10), box(50, 25), box(90, 40), box(130, 55)))
                .containsExactly("0/0 10,10", "0/0 50,25", "0/0 90,40", "0/0 130,55");
    }

    @Test
    void aGapWiderThanADigitIsHighPartsNumbers() {
        assertThat(read(box(10, 10), box(69, 10), box(130, 10)))
                .containsExactly("0/0 10,10", "0/0 69,10", "0/1 130,10");
    }

    @Test
    void nothingHasNoLines() {
        assertThat(read()).isEmpty();
    }

    /** 20 wide and 40 high. */
    private static Box box(int x, int y) {
        return new Box(x, y, 20, 40);
    }

    /** Line, number and place of each. */
    private static List<String> read(Box... boxes) {
        var contours = Stream.of(boxes).map(box -> new Contour(box, new GrayImage(20, 40, new byte[20 * 40])));
        return TextLines.of(contours.toList()).stream()
                .map(glyph -> glyph.line() + "/" + glyph.number() + " "
                        + glyph.contour().box().x() + ","
                        + glyph.contour().box().y())
                .toList();
    }
}
