package org.numberreader.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.Glyphs;

class CorruptionTest {
    private static final DigitFrame DIGIT = Glyphs.frame(5);
    private static final int PICTURES = 40;

    @ParameterizedTest
    @EnumSource
    void aStrongerOneChangesMore(Corruption corruption) {
        double weakest = change(corruption, 1);
        double strongest = change(corruption, Corruption.STRENGTHS);

        assertThat(weakest).isPositive();
        assertThat(strongest).isGreaterThan(weakest);
    }

    @ParameterizedTest
    @EnumSource
    void aPictureIsAlwaysSpoiltInTheSameWay(Corruption corruption) {
        assertThat(corruption.of(DIGIT, 3, 7).pixels())
                .isEqualTo(corruption.of(DIGIT, 3, 7).pixels());
    }

    @ParameterizedTest
    @EnumSource
    void theFrameGivenStaysAsItIs(Corruption corruption) {
        byte[] before = DIGIT.pixels().clone();

        corruption.of(DIGIT, 5, 0);

        assertThat(DIGIT.pixels()).isEqualTo(before);
    }

    @Test
    void bothSidesOccur() {
        long distinct = IntStream.range(0, PICTURES)
                .mapToObj(
                        i -> ByteBuffer.wrap(Corruption.ROTATION.of(DIGIT, 1, i).pixels()))
                .distinct()
                .count();

        assertThat(distinct).isEqualTo(2);
    }

    @Test
    void whatIsTurnedOrMovedKeepsItsInk() {
        assertThat(ink(Corruption.ROTATION.of(DIGIT, 5, 1))).isBetween(0.9 * ink(DIGIT), 1.1 * ink(DIGIT));
        assertThat(ink(Corruption.TRANSLATION.of(DIGIT, 3, 1))).isBetween(0.95 * ink(DIGIT), 1.05 * ink(DIGIT));
        assertThat(ink(Corruption.CONTRAST.of(DIGIT, 5, 1))).isBetween(0.18 * ink(DIGIT), 0.22 * ink(DIGIT));
    }

    /** Mean squared difference of pixels over several pictures. */
    private static double change(Corruption corruption, int strength) {
        double sum = 0;
        for (int i = 0; i < PICTURES; i++) {
            byte[] spoilt = corruption.of(DIGIT, strength, i).pixels();
            for (int pixel = 0; pixel < spoilt.length; pixel++) {
                sum += Math.pow((spoilt[pixel] & 0xff) - (DIGIT.pixels()[pixel] & 0xff), 2);
            }
        }
        return sum / PICTURES;
    }

    private static double ink(DigitFrame frame) {
        double sum = 0;
        for (byte pixel : frame.pixels()) {
            sum += pixel & 0xff;
        }
        return sum;
    }
}
