package org.numberreader.web;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.numberreader.web.gate.Admission;
import org.numberreader.web.gate.OverloadedException;
import org.numberreader.web.gate.WebConfig;

@Tag("load")
@QuarkusTest
class OverloadTest {
    private final Admission admission;
    private final WebConfig config;

    OverloadTest(Admission admission, WebConfig config) {
        this.admission = admission;
        this.config = config;
    }

    @Test
    void tellsCallersToComeBackWhenTheQueueIsFull() {
        try (var busy = Busy.filling(admission, config.waiting())) {
            BadInputTest.isProblem(Sent.raw("/predict", Pictures.sample()), 503).header("Retry-After", is("2"));
            Sent.raw("/predict/batch", Pictures.sample())
                    .then()
                    .statusCode(200)
                    .body("results[0].problem.status", is(503));
        }
        Sent.readsTheSampleNext();
    }

    @Test
    void tellsCallersToComeBackWhenTheDeadlineHasPassed() {
        // No place in the queue is taken: the picture waits for a reader until its time is up.
        try (var busy = Busy.filling(admission, 0)) {
            BadInputTest.isProblem(Sent.raw("/predict", Pictures.sample()), 503)
                    .header("Retry-After", is("2"))
                    .body("detail", containsString("within"));
        }
        Sent.readsTheSampleNext();
    }

    /** Takes every reader and so many places in the queue until it is closed. */
    record Busy(ExecutorService callers, CountDownLatch end) implements AutoCloseable {

        static Busy filling(Admission admission, int waiting) {
            var busy = new Busy(Executors.newCachedThreadPool(), new CountDownLatch(1));
            for (int i = 0; i < admission.atOnce() + waiting; i++) {
                busy.callers.execute(() -> busy.hold(admission));
            }
            try {
                await("full")
                        .atMost(20, TimeUnit.SECONDS)
                        .until(() -> admission.running() >= admission.atOnce() && admission.waiting() >= waiting);
            } catch (ConditionTimeoutException e) {
                busy.close();
                throw e;
            }
            return busy;
        }

        /** All come at once, so the queue may be full before a reader has taken the first: then again. */
        private void hold(Admission admission) {
            while (end.getCount() > 0) {
                try {
                    admission.run(
                            () -> {
                                end.await();
                                return "done";
                            },
                            () -> false);
                } catch (OverloadedException e) {
                    Thread.onSpinWait();
                }
            }
        }

        @Override
        public void close() {
            end.countDown();
            callers.shutdown();
        }
    }
}
