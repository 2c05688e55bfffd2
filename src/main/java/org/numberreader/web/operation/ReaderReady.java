package org.numberreader.web.operation;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the warm-up reading was done, and it was right. */
@Readiness
@Singleton
public class ReaderReady implements HealthCheck {
    private final WarmUp warmUp;

    public ReaderReady(WarmUp warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("reader");
        return warmUp.obstacle()
                .map(reason -> answer.down().withData("reason", reason).build())
                .orElseGet(() -> answer.up().build());
    }
}
