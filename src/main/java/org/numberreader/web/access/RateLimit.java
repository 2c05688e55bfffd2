package org.numberreader.web.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** How often each client may come. */
final class RateLimit {
    /** Clients that are remembered: some 10 MB. The least recent are forgotten, and begin anew. */
    private static final int MOST_CLIENTS = 50_000;

    private final Cache<String, Bucket> buckets;
    private final int perMinute;
    private final int burst;

    RateLimit(int perMinute, int burst) {
        this.perMinute = perMinute;
        this.burst = burst;
        // A bucket that nobody used for so long is full again.
        var full = Duration.ofSeconds(60L * burst / perMinute + 60);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(full)
                .build();
    }

    /** Counts a request; the seconds to wait where it is one too many, else 0. */
    long secondsToWait(String client) {
        var bucket = buckets.get(client, unknown -> bucket());
        if (bucket == null) {
            return 0;
        }
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : Math.max(1, (probe.getNanosToWaitForRefill() + 999_999_999L) / 1_000_000_000L);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
