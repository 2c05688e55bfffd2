package org.numberreader.web.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void givesBackWhatTheReadingGives() {
        try (var admission = new Admission(1, 1, LONG)) {
            assertThat(admission.run(() -> "1704")).isEqualTo("1704");
        }
    }

    @Test
    void throwsWhatTheReadingThrows() {
        try (var admission = new Admission(1, 1, LONG)) {
            assertThatThrownBy(() -> admission.run(() -> {
                        throw new BadRequestException("no");
                    }))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessage("no");
            assertThat(admission.run(() -> "next")).isEqualTo("next");
        }
    }

    @Test
    void refusesAtOnceWhenTheQueueIsFull() throws InterruptedException {
        var end = new CountDownLatch(1);
        try (var admission = new Admission(1, 1, LONG)) {
            var running = held(admission, end);
            awaitRunning(admission);
            var waiting = held(admission, end);
            awaitWaiting(admission);

            assertThatThrownBy(() -> admission.run(() -> "late")).isInstanceOf(OverloadedException.class);

            end.countDown();
            assertThat(running.join()).isEqualTo("done");
            assertThat(waiting.join()).isEqualTo("done");
        }
    }

    @Test
    void refusesWhatHasWaitedUntilTheDeadlineAndFreesItsPlace() throws InterruptedException {
        var end = new CountDownLatch(1);
        try (var admission = new Admission(1, 1, Duration.ofMillis(50))) {
            assertThatThrownBy(() -> held(admission, end).join()).hasCauseInstanceOf(OverloadedException.class);

            assertThatThrownBy(() -> admission.run(() -> "waits")).isInstanceOf(OverloadedException.class);

            assertThat(admission.waiting()).isZero();
            assertThat(admission.running()).as("native code goes on").isEqualTo(1);
            end.countDown();
        }
    }

    private static CompletableFuture<String> held(Admission admission, CountDownLatch end) {
        return CompletableFuture.supplyAsync(
                () -> admission.run(() -> {
                    end.await();
                    return "done";
                }),
                task -> new Thread(task).start());
    }

    private static void awaitRunning(Admission admission) throws InterruptedException {
        while (admission.running() == 0) {
            Thread.sleep(1);
        }
    }

    private static void awaitWaiting(Admission admission) throws InterruptedException {
        while (admission.waiting() == 0) {
            Thread.sleep(1);
        }
    }
}
