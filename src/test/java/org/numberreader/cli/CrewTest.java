package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrewTest {

    @Test
    void handsResultsOverInTheOrderOfTheThings() {
        var things = IntStream.range(0, 100).boxed().toList();
        var taken = new ArrayList<Integer>();

        try (var crew = new Crew(4)) {
            crew.each(things, CrewTest::sleepingLongerWhenEarlier, taken::add);
        }

        assertThat(taken).isEqualTo(things);
    }

    @Test
    void throwsWhatTheWorkThrows() {
        try (var crew = new Crew(2)) {
            assertThatThrownBy(() -> crew.each(List.of("a"), Integer::parseInt, number -> {}))
                    .isInstanceOf(NumberFormatException.class);
        }
    }

    private static int sleepingLongerWhenEarlier(int thing) {
        try {
            Thread.sleep(thing % 4 == 0 ? 5 : 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return thing;
    }
}
