package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
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

    @Test
    void isClosedOnlyWhenNoWorkGoesOn() {
        var going = new AtomicInteger();
        IntUnaryOperator work = thing -> {
            going.incrementAndGet();
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
            while (System.nanoTime() < end) {
                Thread.onSpinWait(); // as native code does not, this hears of no interrupt
            }
            going.decrementAndGet();
            return thing;
        };

        assertThatThrownBy(() -> {
                    try (var crew = new Crew(2)) {
                        crew.each(List.of(1, 2, 3, 4, 5), work::applyAsInt, thing -> {
                            throw new UncheckedIOException(new IOException("nobody listens any more"));
                        });
                    }
                })
                .isInstanceOf(UncheckedIOException.class);
        assertThat(going).hasValue(0);
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
