package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrewTest {

    @Test
    void handsResultsOverInTheOrderOfTheThings() {
        var things = IntStream.range(0, 100).boxed().toList();
        var done = Stream.generate(CompletableFuture<Integer>::new)
                .limit(things.size())
                .toList();
        var taken = new ArrayList<Integer>();

        try (var crew = new Crew(4)) {
            crew.each(things, thing -> doneInPairsTheLaterFirst(thing, done), taken::add);
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
    void endsWithNothingLeftAtWork() {
        var atWork = new AtomicInteger();
        try (var crew = new Crew(4)) {
            assertThatThrownBy(() -> crew.each(List.of(1, 2, 3, 4), thing -> working(atWork), done -> {
                        throw new IllegalStateException("the disk is full");
                    }))
                    .hasMessage("the disk is full");
        }

        assertThat(atWork).hasValue(0);
    }

    /** What native code does: it does not look whether it is interrupted. */
    private static int working(AtomicInteger atWork) {
        atWork.incrementAndGet();
        long until = System.nanoTime() + 200_000_000L * atWork.get();
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        return atWork.decrementAndGet();
    }

    /** Each even thing is done only when the odd one after it is. */
    private static int doneInPairsTheLaterFirst(int thing, List<CompletableFuture<Integer>> done) {
        if (thing % 2 == 0) {
            done.get(thing + 1).orTimeout(20, TimeUnit.SECONDS).join();
        }
        done.get(thing).complete(thing);
        return thing;
    }
}
