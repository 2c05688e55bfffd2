package org.numberreader.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @TempDir
    Path folder;

    @Test
    void acceptsEachLineAndNothingElse() throws IOException {
        var tokens = new Tokens(file("# for the shop\nfirst\n\n  second  \n"));

        assertThat(tokens.accept("first")).isTrue();
        assertThat(tokens.accept("second")).isTrue();
        assertThat(tokens.accept("third")).isFalse();
        assertThat(tokens.accept("")).isFalse();
        assertThat(tokens.accept("# for the shop")).isFalse();
        assertThat(tokens.accept("firs")).isFalse();
    }

    @Test
    void changesWithTheFile() throws IOException {
        var path = file("old");
        var nanos = new AtomicLong();
        var tokens = new Tokens(path, nanos::get);

        Files.writeString(path, "new");
        nanos.addAndGet(SECOND - 1);
        assertThat(tokens.accept("old")).as("the file is read once a second").isTrue();
        nanos.addAndGet(1);
        assertThat(tokens.accept("new")).isTrue();
        assertThat(tokens.accept("old")).isFalse();

        Files.delete(path);
        nanos.addAndGet(SECOND);
        assertThat(tokens.accept("new")).as("while the file is exchanged").isTrue();

        Files.writeString(path, "");
        nanos.addAndGet(SECOND);
        assertThat(tokens.accept("new")).as("all withdrawn").isFalse();
    }

    @Test
    void doesNotStartOpenByMistake() {
        assertThatThrownBy(() -> new Tokens(file("# none yet"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Tokens(folder.resolve("missing"))).isInstanceOf(UncheckedIOException.class);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("tokens"), content);
    }
}
