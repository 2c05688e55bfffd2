package org.numberreader.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
    @ConfigMapping(prefix = "some")
    interface Some {
        @WithDefault("0.5")
        @Within(least = 0, most = 1)
        double someShare();

        @WithDefault("64")
        @Within(least = 64)
        int side();

        @WithDefault("1")
        @Within(least = 1)
        long bytes();

        @WithDefault("PT0.001S")
        @Within(least = 0.001)
        Duration time();

        @Within(least = 1)
        OptionalInt atOnce();

        @Within(least = 1)
        OptionalLong memory();

        @WithDefault("-1")
        int free();
    }

    @Test
    void takesDefaultsAndWhatIsNotSet() {
        assertThatCode(() -> read(Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "some.some-share, 0",
        "some.some-share, 1",
        "some.side, 64",
        "some.time, PT5M",
        "some.at-once, 1",
        "some.memory, 1"
    })
    void takesTheBoundsThemselves(String name, String value) {
        assertThatCode(() -> read(Map.of(name, value))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "some.some-share, -0.1, at least 0 and at most 1",
        "some.some-share, 1.01, at least 0 and at most 1",
        "some.some-share, NaN, at least 0 and at most 1",
        "some.side, 63, at least 64",
        "some.bytes, 0, at least 1",
        "some.time, PT0S, at least 0.001 seconds",
        "some.at-once, 0, at least 1",
        "some.memory, -5, at least 1"
    })
    void refusesWhatIsOutside(String name, String value, String bounds) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(name + " is ")
                .hasMessageEndingWith("must be " + bounds);
    }

    /** The service has no other way to it. */
    @Test
    void isFoundByItsName() {
        assertThat(ServiceLoader.load(SmallRyeConfigBuilderCustomizer.class)).hasAtLeastOneElementOfType(Bounds.class);
    }

    @Test
    void namesAllThatIsOutside() {
        assertThatThrownBy(() -> read(Map.of("some.side", "1", "some.bytes", "0")))
                .hasMessageContaining("some.side is 1")
                .hasMessageContaining("some.bytes is 0");
    }

    private static void read(Map<String, String> values) {
        var builder = new SmallRyeConfigBuilder().withMapping(Some.class);
        new Bounds().configBuilder(builder);
        values.forEach(builder::withDefaultValue);
        builder.build().getConfigMapping(Some.class);
    }
}
