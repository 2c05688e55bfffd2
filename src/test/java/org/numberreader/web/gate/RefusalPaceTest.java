package org.numberreader.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalPaceTest {
    private final RefusalPace pace = new RefusalPace(200);

    @Test
    void tellsOneAtOnceAndManyNoFasterThanThePace() {
        assertThat(pace.join()).isEqualTo(5);
        assertThat(joined(799)).isEqualTo(4000);
    }

    @Test
    void isQuickAgainOnceTheyAreGone() {
        joined(400);
        for (int i = 0; i < 400; i++) {
            pace.leave();
        }
        assertThat(pace.join()).isEqualTo(5);
    }

    @Test
    void nobodyWaitsLongerThanCallersDo() {
        assertThat(joined(100_000)).isEqualTo(5000);
    }

    @Test
    void waitsAtLeastAMillisecond() {
        assertThat(new RefusalPace(100_000).join()).isEqualTo(1);
    }

    /** What the last of so many more waits, in milliseconds. */
    private long joined(int count) {
        long last = 0;
        for (int i = 0; i < count; i++) {
            last = pace.join();
        }
        return last;
    }
}
