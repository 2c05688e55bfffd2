package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.numberreader.image.GrayImage;

class LineLocatorTest {
    private final List<GrayImage> seen = new ArrayList<>();

    @Test
    void looksOnceWhereDigitsAreLarge() {
        var located = locate(600, 300, new ScriptedMap(0.4, 0.6, 0.3));

        assertThat(seen).hasSize(1);
        assertThat(located.lines()).hasSize(1);
    }

    @Test
    void looksFinerWhereDigitsAreSmall() {
        var located = locate(2000, 1500, new ScriptedMap(0.48, 0.52, 0.02));

        assertThat(seen).hasSize(2);
        assertThat(seen.get(1).width()).isGreaterThan((int) (1.6 * seen.get(0).width()));
        assertThat(located.map().width())
                .as("cells of the finer one")
                .isEqualTo((seen.get(1).width() + 3) / 4);
        assertThat(located.lines()).hasSize(1);
    }

    @Test
    void looksFinerWhereThereIsNothing() {
        assertThat(locate(2000, 1500, new ScriptedMap(2, 3, 1)).lines()).isEmpty();

        assertThat(seen).hasSize(2);
    }

    @Test
    void doesNotLookFinerThanThePicture() {
        locate(100, 80, new ScriptedMap(2, 3, 1));

        assertThat(seen).hasSize(1);
    }

    @Test
    void bringsSmallPicturesUp() {
        locate(28, 28, new ScriptedMap(0, 1, 0.7));

        assertThat(seen.get(0).width()).isEqualTo(112);
    }

    @Test
    void givesALowStripTheHeightThatTheNetworkNeeds() {
        locate(2000, 30, new ScriptedMap(0, 1, 0.7));

        assertThat(seen.get(0).height()).isGreaterThanOrEqualTo(56);
    }

    @Test
    void boundsTheWorkOfALargePage() {
        locate(4000, 4000, new ScriptedMap(0.499, 0.501, 0.002));

        assertThat(seen)
                .allSatisfy(picture ->
                        assertThat(picture.width() * picture.height()).isLessThanOrEqualTo(1_010_000));
    }

    @Test
    void linesAreInThePixelsOfThePictureWhateverTheMapsSize() {
        for (int width : List.of(150, 600, 2400)) {
            var line = locate(width, width / 2, new ScriptedMap(0.4, 0.6, 0.3))
                    .lines()
                    .get(0);

            double cell = width / 40.0;
            assertThat(line.x()).isCloseTo(0, within(cell));
            assertThat(line.length()).isCloseTo(width, within(2 * cell));
            assertThat(line.y()).isCloseTo(width / 4.0, within(cell));
            assertThat(line.height()).isCloseTo(0.3 * width / 2, within(0.05 * width / 2));
        }
    }

    private LineLocator.Located locate(int width, int height, ScriptedMap map) {
        seen.clear();
        var pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) 255);
        return new LineLocator(picture -> {
                    seen.add(picture);
                    return map.map(picture);
                })
                .locate(new GrayImage(width, height, pixels));
    }
}
