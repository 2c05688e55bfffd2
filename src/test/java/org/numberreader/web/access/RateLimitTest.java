package org.numberreader.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateLimitTest {
    @Test
    void letsEachClientHaveItsBurstAndThenTellsItToWait() {
        var limit = new RateLimit(6, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(limit.secondsToWait("a")).isZero();
        }
        assertThat(limit.secondsToWait("a")).isBetween(1L, 10L);
        assertThat(limit.secondsToWait("b")).isZero();
    }
}
