package org.numberreader.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.numberreader.image.NoSuchPageException;
import org.numberreader.image.TooLargeException;

/** Which pages of a document are read. */
class PageSelectionTest {
    @Test
    void knowsWhichPagesAreWanted() {
        assertThat(PageSelection.ALL.of(3, 50)).containsExactly(1, 2, 3);
        assertThat(PageSelection.parse("7,1-3,2").of(9, 50)).containsExactly(1, 2, 3, 7);
        assertThatThrownBy(() -> PageSelection.parse("1-4").of(3, 50)).isInstanceOf(NoSuchPageException.class);
        assertThatThrownBy(() -> PageSelection.ALL.of(51, 50))
                .isInstanceOf(TooLargeException.class)
                .hasMessageEndingWith("for example pages 1-50.");
        assertThat(PageSelection.parse("1000000-1000001").of(2_000_000, 50)).hasSize(2);
        for (String wrong : new String[] {"", "0", "1-", "-1", "3-1", "a", "1,,2", "1;2", "99999999"}) {
            assertThatThrownBy(() -> PageSelection.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
