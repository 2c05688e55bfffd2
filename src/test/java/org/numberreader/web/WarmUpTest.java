package org.numberreader.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.numberreader.web.operation.WarmUp;

@QuarkusTest
class WarmUpTest {
    private final WarmUp warmUp;

    WarmUpTest(WarmUp warmUp) {
        this.warmUp = warmUp;
    }

    @Test
    void readsTheSampleRight() {
        assertThat(warmUp.obstacle()).isEmpty();
    }
}
