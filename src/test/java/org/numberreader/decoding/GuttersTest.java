package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.numberreader.recognition.Symbol;

/** Lines of scripted digits, 24 pixels high and 14 wide, in columns of four pixels; a part is apart where the text has a blank. */
class GuttersTest {
    private static final int COLUMNS = 60;

    @Test
    void aGapThatIsWideInOtherLinesPartsNumbers() {
        var texts = lines(
                new int[] {3, 8, 20, 25}, new int[] {3, 8, 22, 27}, new int[] {3, 20, 25}, new int[] {3, 8, 15, 20});

        assertThat(texts.get(3)).isEqualTo("11 11");
    }

    @Test
    void oneLineAloneIsLeftAsItIs() {
        assertThat(lines(new int[] {3, 8, 15, 20})).containsExactly("1111");
    }

    @Test
    void digitsInAFieldForEachOfThemStayOneNumber() {
        int[] field = {3, 13, 23, 33};

        assertThat(lines(field, field, field, field)).containsOnly("1111");
    }

    /** The texts of lines below each other, each with a digit in these columns. */
    private static List<String> lines(int[]... digits) {
        var texts = new ArrayList<LineText>();
        for (int line = 0; line < digits.length; line++) {
            var columns = new ScriptedColumns(COLUMNS);
            for (int at : digits[line]) {
                columns.with(at, Symbol.ONE, 0.97);
            }
            texts.add(LineText.of(LookedAt.of(List.of(columns.look(0, 40 + 50 * line)))));
        }
        return Gutters.parted(texts).stream()
                .map(text -> String.join(
                        " ", text.numbers().stream().map(WrittenPart::text).toList()))
                .toList();
    }
}
