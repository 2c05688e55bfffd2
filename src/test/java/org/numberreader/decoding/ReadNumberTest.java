package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numberreader.image.Box;

class ReadNumberTest {
    @Test
    void anotherConfidenceLeavesTheAlternativesTheRest() {
        var others = List.of(new ReadNumber.Alternative("18", "18", 0.3), new ReadNumber.Alternative("77", "77", 0.1));
        var number = new ReadNumber("17", "17", 0.6, false, new Box(0, 0, 9, 9), List.of(), List.of(), others);

        var surer = number.withConfidence(0.9, 0.89);

        assertThat(surer.certain()).isTrue();
        assertThat(surer.alternatives().get(0).confidence()).isCloseTo(0.075, within(1e-9));
        assertThat(surer.alternatives().get(1).confidence()).isCloseTo(0.025, within(1e-9));
    }
}
