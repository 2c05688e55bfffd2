package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    private static final List<String> NAMES = IntStream.range(0, 8000)
            .mapToObj(i -> "scans-%d/%04d.png".formatted(i % 7, i))
            .toList();

    private static Stream<Shard> shards(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> Shard.parse(i + "/" + count, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 100})
    void eachPictureIsInJustOne(int count) {
        assertThat(NAMES)
                .allSatisfy(name -> assertThat(shards(count).filter(shard -> shard.has(name)))
                        .hasSize(1));
    }

    @Test
    void partsAreNearlyEqual() {
        assertThat(shards(8).map(shard -> NAMES.stream().filter(shard::has).count()))
                .allSatisfy(size -> assertThat(size).isBetween(900L, 1100L));
    }

    @Test
    void aPictureIsInTheSamePartOnEveryMachineAndInEveryVersion() {
        // The first eight bytes of sha256sum, modulo 3: another version would read some pictures twice and others
        // never.
        assertThat(new Shard(2, 3).has("scans/a.png")).isTrue();
        assertThat(new Shard(2, 3).has("scans/b.png")).isTrue();
        assertThat(new Shard(1, 3).has("süden/ß.png")).isTrue();
    }

    @Test
    void aPodOfAnIndexedJobCountsFromZero() {
        assertThat(Shard.parse("job/4", Map.of("JOB_COMPLETION_INDEX", "0"))).isEqualTo(new Shard(1, 4));
        assertThat(Shard.parse("job/4", Map.of("JOB_COMPLETION_INDEX", "3"))).isEqualTo(new Shard(4, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "4"})
    void aPodOfAnotherJobIsTold(String index) {
        assertThatThrownBy(() -> Shard.parse("job/4", Map.of("JOB_COMPLETION_INDEX", index)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("JOB_COMPLETION_INDEX");
    }
}
