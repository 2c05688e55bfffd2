package org.numberreader.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefusalPaceTest {
    private final RefusalPace pace = new RefusalPace(Duration.ofMillis(300), 200);

    @Test
    void tellsAFewSoonAndManyNoFasterThanThePace() {
        long last = 0;
        for (int i = 1; i <= 60; i++) {
            last = pace.join();
            assertThat(last).isEqualTo(300);
        }
        for (int i = 61; i <= 800; i++) {
            last = pace.join();
        }
        assertThat(last).isEqualTo(4000);
    }

    @Test
    void isQuickAgainOnceTheyAreGone() {
        for (int i = 0; i < 400; i++) {
            pace.join();
        }
        for (int i = 0; i < 400; i++) {
            pace.leave();
        }
        assertThat(pace.join()).isEqualTo(300);
    }

    @Test
    void nobodyWaitsLongerThanCallersDo() {
        long last = 0;
        for (int i = 0; i < 100_000; i++) {
            last = pace.join();
        }
        assertThat(last).isEqualTo(5000);
    }
}
