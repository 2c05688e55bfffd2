package org.numberreader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.Glyphs;

class AugmentationTest {
    private static final int SIZE = DigitFrame.SIDE * DigitFrame.SIDE;

    private final byte[] five = Glyphs.frame(5).pixels();

    @Test
    void changesNothingWhereItIsNone() {
        float[] result = changed(Augmentation.NONE, 1);

        for (int i = 0; i < SIZE; i++) {
            assertThat(result[i]).isCloseTo((five[i] & 0xff) / 255f, within(1e-6f));
        }
    }

    @Test
    void changesAPictureTheSameWayFromTheSameSeed() {
        var augmentation = new Augmentation(10, 0.1, 0.1, 0.1, 1);

        assertThat(changed(augmentation, 7)).isEqualTo(changed(augmentation, 7)).isNotEqualTo(changed(augmentation, 8));
    }

    @Test
    void keepsTheInkAboutAsMuch() {
        var augmentation = new Augmentation(10, 0.1, 0.1, 0.05, 0);
        double ink = sum(changed(Augmentation.NONE, 1));

        for (int seed = 0; seed < 50; seed++) {
            float[] result = changed(augmentation, seed);
            assertThat(sum(result)).isBetween(0.75 * ink, 1.25 * ink);
            for (float value : result) {
                assertThat(value).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void writesBehindTheOffsetOnly() {
        var target = new float[2 * SIZE];

        Augmentation.NONE.apply(five, new Random(1), target, SIZE);

        for (int i = 0; i < SIZE; i++) {
            assertThat(target[i]).isZero();
        }
        assertThat(sum(target)).isPositive();
    }

    private float[] changed(Augmentation augmentation, long seed) {
        var target = new float[SIZE];
        augmentation.apply(five, new Random(seed), target, 0);
        return target;
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
