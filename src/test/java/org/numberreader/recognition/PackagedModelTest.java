package org.numberreader.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The model without the container, in the same process as the tests with it: their natives must not collide. */
class PackagedModelTest {

    @Test
    void scoresAFrameOutsideTheContainer() {
        try (var model = DigitModel.packaged("base")) {
            var blank = DigitFrame.ofPixels(new byte[DigitFrame.SIDE * DigitFrame.SIDE]);

            var scores = model.score(List.of(blank));

            assertThat(scores).hasSize(1);
        }
    }
}
