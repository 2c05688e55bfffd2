package org.numberreader.training.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.numberreader.recognition.Symbol;

class RowTextTest {
    /** What {@link RowWriter} knows: digits and signs, a letter, a border and a blank. */
    private static final String KNOWN = Symbol.all().stream()
                    .filter(symbol -> symbol.isDigit() || symbol.isSign())
                    .map(Symbol::text)
                    .collect(Collectors.joining())
            + "abc| ";

    private final RowText text = new RowText(new Random(1));

    @Test
    void aTextWithDigitsHasOneUnlessAllItsCellsAreEmpty() {
        int withoutDigits = 0;
        for (int i = 0; i < 5_000; i++) {
            String any = text.any();
            if (any.chars().noneMatch(Character::isDigit)) {
                assertThat(any).matches("\\|+");
                withoutDigits++;
            }
        }
        assertThat(withoutDigits).isLessThan(10);
    }

    @Test
    void aTextWithoutDigitsHasNone() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(text.none()).isNotEmpty().doesNotContainPattern("\\d");
        }
    }

    @Test
    void onlyKnownSymbolsAreWritten() {
        for (int i = 0; i < 5_000; i++) {
            assertThat(text.any().chars().allMatch(letter -> KNOWN.indexOf(letter) >= 0))
                    .isTrue();
            assertThat(text.none().chars().allMatch(letter -> KNOWN.indexOf(letter) >= 0))
                    .isTrue();
        }
    }

    @Test
    void allDigitsAndSignsAreWritten() {
        var written = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            written.append(text.any());
        }
        assertThat(KNOWN.chars().allMatch(letter -> written.indexOf(Character.toString(letter)) >= 0))
                .isTrue();
    }
}
