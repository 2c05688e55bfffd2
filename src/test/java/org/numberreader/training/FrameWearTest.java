package org.numberreader.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameWearTest {
    private static final int SIZE = 784;

    @Test
    void changesOneFrameAndKeepsItsRange() {
        var random = new Random(1);
        int changed = 0;
        for (int i = 0; i < 200; i++) {
            var frames = new float[3 * SIZE];
            Arrays.fill(frames, 0.25f);
            stroke(frames, SIZE);
            float[] before = frames.clone();
            FrameWear.apply(random, frames, SIZE);
            assertThat(Arrays.copyOf(frames, SIZE)).isEqualTo(Arrays.copyOf(before, SIZE));
            assertThat(Arrays.copyOfRange(frames, 2 * SIZE, 3 * SIZE))
                    .isEqualTo(Arrays.copyOfRange(before, 2 * SIZE, 3 * SIZE));
            for (float value : frames) {
                assertThat(value).isBetween(-1e-6f, 1 + 1e-6f);
            }
            changed += Arrays.equals(frames, before) ? 0 : 1;
        }
        assertThat(changed).as("of 200").isGreaterThan(190);
    }

    @Test
    void theStrokeIsStillThere() {
        var random = new Random(2);
        for (int i = 0; i < 200; i++) {
            var frame = new float[SIZE];
            stroke(frame, 0);
            FrameWear.apply(random, frame, 0);
            double inside = 0;
            double outside = 0;
            for (int y = 4; y < 24; y++) {
                inside += frame[y * 28 + 14];
                outside += frame[y * 28 + 2];
            }
            assertThat(inside).isGreaterThan(outside);
        }
    }

    /** An upright stroke of four pixels. */
    private static void stroke(float[] frames, int offset) {
        for (int y = 2; y < 26; y++) {
            Arrays.fill(frames, offset + y * 28 + 12, offset + y * 28 + 16, 1f);
        }
    }
}
