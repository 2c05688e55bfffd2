package org.numberreader.web.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.onnxruntime.OrtException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.numberreader.web.intake.BadRequestException;
import org.opencv.core.CvException;

class AdmissionTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final BooleanSupplier THERE = () -> false;

    @Test
    void givesBackWhatTheReadingGives() {
        try (var admission = new Admission(1, 1, LONG)) {
            assertThat(admission.run(() -> "1704", THERE)).isEqualTo("1704");
        }
    }

    @Test
    void throwsWhatTheReadingThrows() {
        try (var admission = new Admission(1, 1, LONG)) {
            assertThatThrownBy(() -> admission.run(
                            () -> {
                                throw new BadRequestException("no");
                            },
                            THERE))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessage("no");
            assertThat(admission.run(() -> "next", THERE)).isEqualTo("next");
        }
    }

    @Test
    void refusesAtOnceWhenTheQueueIsFull() {
        var end = new CountDownLatch(1);
        try (var admission = new Admission(1, 1, LONG)) {
            var running = held(admission, end);
            awaitRunning(admission);
            var waiting = held(admission, end);
            awaitWaiting(admission);

            assertThatThrownBy(() -> admission.run(() -> "late", THERE)).isInstanceOf(OverloadedException.class);

            end.countDown();
            assertThat(running.join()).isEqualTo("done");
            assertThat(waiting.join()).isEqualTo("done");
        }
    }

    @Test
    void refusesWhatHasWaitedUntilTheDeadlineAndFreesItsPlace() {
        var end = new CountDownLatch(1);
        try (var admission = new Admission(1, 1, Duration.ofMillis(50))) {
            assertThatThrownBy(() -> held(admission, end).join()).hasCauseInstanceOf(OverloadedException.class);

            assertThatThrownBy(() -> admission.run(() -> "waits", THERE)).isInstanceOf(OverloadedException.class);

            assertThat(admission.waiting()).isZero();
            assertThat(admission.running()).as("native code goes on").isEqualTo(1);
            end.countDown();
        }
    }

    @Test
    void doesNotStartWhatNobodyWaitsFor() {
        var end = new CountDownLatch(1);
        var gone = new AtomicBoolean();
        var started = new AtomicBoolean();
        try (var admission = new Admission(1, 1, LONG)) {
            var running = held(admission, end);
            awaitRunning(admission);
            var waiting = CompletableFuture.runAsync(
                    () -> admission.run(() -> started.getAndSet(true), gone::get), task -> new Thread(task).start());
            awaitWaiting(admission);

            gone.set(true);
            end.countDown();

            assertThatThrownBy(waiting::join).hasCauseInstanceOf(OverloadedException.class);
            assertThat(running.join()).isEqualTo("done");
            assertThat(started).isFalse();
        }
    }

    @Test
    void readsOnAfterNativeFaults() {
        try (var admission = new Admission(1, 1, LONG)) {
            for (var fault :
                    List.of(new CvException("native"), new IllegalStateException(new OrtException("native")))) {
                assertThatThrownBy(() -> admission.run(
                                () -> {
                                    throw fault;
                                },
                                THERE))
                        .isSameAs(fault);
                assertThat(admission.run(() -> "next", THERE)).isEqualTo("next");
            }
        }
    }

    private static CompletableFuture<String> held(Admission admission, CountDownLatch end) {
        return CompletableFuture.supplyAsync(
                () -> admission.run(
                        () -> {
                            end.await();
                            return "done";
                        },
                        THERE),
                task -> new Thread(task).start());
    }

    private static void awaitRunning(Admission admission) {
        await().until(admission::running, running -> running > 0);
    }

    private static void awaitWaiting(Admission admission) {
        await().until(admission::waiting, waiting -> waiting > 0);
    }
}
