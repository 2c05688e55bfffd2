package org.numberreader.training.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.image.GrayImage;

class SamplePagesTest {
    private static final SamplePages PAGES = new SamplePages();

    static Iterable<String> kinds() {
        return PAGES.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theSameSeedDrawsTheSamePictures(String kind) {
        for (int number = 1; number <= 4; number++) {
            var one = PAGES.draw(kind, number, 5);
            var other = new SamplePages().draw(kind, number, 5);

            assertThat(one.picture().pixels()).isEqualTo(other.picture().pixels());
            assertThat(one.truth()).isEqualTo(other.truth());
            assertThat(one.picture().pixels())
                    .isNotEqualTo(PAGES.draw(kind, number, 6).picture().pixels());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theTruthIsWhatIsWritten(String kind) {
        for (int number = 1; number <= 12; number++) {
            var sample = PAGES.draw(kind, number, 1);
            var digits = new StringBuilder();
            for (var symbol : sample.symbols()) {
                digits.append(symbol.symbol().isDigit() ? symbol.symbol().text() : "");
                assertThat(darkest(sample.picture(), symbol))
                        .as("%s %d: %s", kind, number, symbol)
                        .isLessThan((int) (0.9 * median(sample.picture())));
            }
            assertThat(sample.truth().replace("_", "")).isEqualTo(digits.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"letters", "blank"})
    void someKindsHaveNoNumber(String kind) {
        assertThat(PAGES.draw(kind, 1, 1).truth()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cells", "lines"})
    void someKindsHaveSeveralNumbers(String kind) {
        for (int number = 1; number <= 12; number++) {
            assertThat(PAGES.draw(kind, number, 1).truth()).matches("\\d+(_\\d+)+");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "touching", "tilted", "ruled", "squared", "pattern", "faint", "small"})
    void theOthersHaveOne(String kind) {
        for (int number = 1; number <= 12; number++) {
            assertThat(PAGES.draw(kind, number, 1).truth()).matches("\\d{1,6}");
        }
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThatThrownBy(() -> PAGES.draw("nope", 1, 1)).hasMessage("No kind is named nope.");
    }

    private static int darkest(GrayImage picture, LineScene.Placed symbol) {
        int darkest = 255;
        for (int y = (int) symbol.top(); y < symbol.bottom(); y++) {
            for (int x = (int) symbol.left(); x < symbol.right(); x++) {
                darkest = Math.min(darkest, picture.at(x, y));
            }
        }
        return darkest;
    }

    private static int median(GrayImage picture) {
        var levels = new int[picture.pixels().length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = picture.pixels()[i] & 0xff;
        }
        Arrays.sort(levels);
        return levels[levels.length / 2];
    }
}
