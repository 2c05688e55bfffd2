package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    private static final List<Path> FILES =
            IntStream.range(0, 10).mapToObj(i -> Path.of(i + ".png")).toList();

    @Test
    void eachPictureIsInJustOne() {
        var all = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> Shard.parse(i + "/4", Map.of()))
                .flatMap(shard -> shard.of(FILES).stream());

        assertThat(all).containsExactlyInAnyOrderElementsOf(FILES);
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
