package org.numberreader.web.gate;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.numberreader.web.gate.OverloadedException.Reason;

/**
 * Lets a few readings run at once and a few more wait; whoever comes then is refused at once, and nobody waits longer
 * than the deadline.
 */
public final class Admission implements AutoCloseable {
    /**
     * Between two tries of a document's page. It tries again because no one event says that it may: a place in the queue, the
     * turn of a page that another document has, and whether the caller has gone, which can only be asked. A page takes longer.
     */
    private static final long PAUSE_MILLIS = 50;

    private final ThreadPoolExecutor workers;
    private final Duration deadline;

    /**
     * @param atOnce readings that run at the same time, at least 1
     * @param waiting readings that may wait, at least 1: a worker that has just ended takes its next one from the queue
     * @param deadline for waiting and running together
     */
    public Admission(int atOnce, int waiting, Duration deadline) {
        var count = new AtomicInteger();
        this.workers =
                new ThreadPoolExecutor(atOnce, atOnce, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), task -> {
                    var thread = new Thread(task, "reader-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        this.deadline = deadline;
    }

    /**
     * Runs a reading on a worker's thread and waits for it. One that overruns the deadline cannot be stopped inside
     * native code: it keeps its worker until it ends, so that there are never more of them than workers.
     *
     * @param gone asked when its turn has come: a reading whose caller no longer waits is not started
     * @throws OverloadedException if there is no room, the deadline passed, or the caller has gone
     * @throws RuntimeException whatever the reading throws
     */
    public <T> T run(Callable<T> reading, BooleanSupplier gone) {
        long due = System.nanoTime() + deadline.toNanos();
        var task = new FutureTask<>(() -> {
            if (gone.getAsBoolean()) {
                throw new OverloadedException(Reason.CALLER_GONE, "The client has closed the connection.");
            }
            if (System.nanoTime() > due) {
                throw late();
            }
            return reading.call();
        });
        try {
            workers.execute(task);
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw new OverloadedException(
                    Reason.QUEUE_FULL, "All readers are busy and the queue is full. Try again later.");
        } catch (TimeoutException e) {
            task.cancel(false);
            workers.remove(task); // its place in the queue is free at once
            throw late();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverloadedException(Reason.SHUTTING_DOWN, "The service is shutting down.");
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    /**
     * The same for what goes on with a document: it has been let in, so it waits where the queue is full.
     *
     * @param patience the longest that it waits to be let in again
     * @throws OverloadedException also if there is no patience left
     */
    public <T> T runPatiently(Callable<T> reading, BooleanSupplier gone, Duration patience) {
        long due = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < due) {
            try {
                return run(reading, gone);
            } catch (OverloadedException e) {
                if (e.reason() != Reason.QUEUE_FULL || gone.getAsBoolean()) {
                    throw e;
                }
                pause();
            }
        }
        throw new OverloadedException(
                Reason.DEADLINE,
                "The document was not read in time. Request fewer pages at once, for example pages=1-5.");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverloadedException(Reason.SHUTTING_DOWN, "The service is shutting down.");
        }
    }

    /** Whether nothing more can wait at this moment. */
    public boolean isFull() {
        return workers.getQueue().remainingCapacity() == 0;
    }

    /** How many run at this moment, about. */
    public int running() {
        return workers.getActiveCount();
    }

    /** How many wait at this moment, about. */
    public int waiting() {
        return workers.getQueue().size();
    }

    /** How many may run at once. */
    public int atOnce() {
        return workers.getCorePoolSize();
    }

    /** Takes nothing more, and waits for what runs: native code that loses its model in the middle ends the process. */
    @Override
    public void close() {
        workers.shutdown();
        try {
            workers.awaitTermination(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private OverloadedException late() {
        return new OverloadedException(
                Reason.DEADLINE, "The picture was not read within " + deadline.toMillis() + " ms. Try again later.");
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
            return failure;
        }
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(e.getCause());
    }
}
