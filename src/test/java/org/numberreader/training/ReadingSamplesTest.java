package org.numberreader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.training.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numberreader.recognition.DigitFrame;

class ReadingSamplesTest {
    private static final int COUNT = 200;

    /** Seven of eight are as they are, and three of four of those not worn: 66 %. */
    @Test
    void teachersKnowMnistsDigitsAsTheyAre(@TempDir Path mnist) throws IOException {
        IdxFolder.write(mnist, COUNT, 10, false);
        var digits = LabelledDigits.mnist(mnist, Dataset.Usage.TRAIN);
        var samples = new ReadingSamples(
                digits, Augmentation.NONE, new Augmentation(10, 0.15, 0.25, 0, 0), 0.125, 1, List.of());
        var random = new Random(3);
        var values = new float[DigitFrame.SIDE * DigitFrame.SIDE];
        int known = 0;
        for (int i = 0; i < samples.size(); i++) {
            var truth = samples.draw(i, random, values, 0);
            if (truth.known()) {
                known++;
                assertThat(DigitFrame.ofValues(values, 0).pixels())
                        .isEqualTo(digits.frame(i).pixels());
            }
            if (i < COUNT) {
                assertThat(truth.label()).isEqualTo(digits.label(i));
            }
        }

        assertThat(samples.size()).isEqualTo(2 * COUNT);
        assertThat(known / (double) COUNT).isCloseTo(0.66, within(0.1));
    }
}
