package org.numberreader.cli;

import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does the same with many things on a few threads, and hands the results over in the order of the things. */
final class Crew implements AutoCloseable {
    /** Finished results that wait for a slow one before them, for each thread: a few keep all of them busy. */
    private static final int AHEAD = 8;

    private final int size;
    private final ExecutorService threads;

    Crew(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("jobs must be at least 1, not " + size);
        }
        this.size = size;
        this.threads = Executors.newFixedThreadPool(size);
    }

    /**
     * Works on all the things.
     *
     * @param work done on any of the threads
     * @param taker called on this thread; a failure of the work is thrown here
     */
    <T, R> void each(Iterable<T> things, Function<T, R> work, Consumer<R> taker) {
        var waiting = new ArrayDeque<Future<R>>();
        for (T thing : things) {
            if (waiting.size() == size * AHEAD) {
                taker.accept(result(waiting.remove()));
            }
            Callable<R> job = () -> work.apply(thing);
            waiting.add(threads.submit(job));
        }
        while (!waiting.isEmpty()) {
            taker.accept(result(waiting.remove()));
        }
    }

    /** Waits for what is being worked on: it uses native memory that its owner frees next. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the work failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
