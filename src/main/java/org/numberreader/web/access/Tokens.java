package org.numberreader.web.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * The bearer tokens of a mounted file, which may be changed while the service runs. Only their hashes are kept: all have
 * one length, so that comparing takes the same time whatever is presented.
 */
final class Tokens {
    private static final Logger LOG = Logger.getLogger(Tokens.class);
    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

    private final Path file;
    private final LongSupplier nanoTime;
    private volatile State state;

    private record State(List<byte[]> hashes, long lookedAt) {}

    /**
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalStateException if it has no token: nobody could get in
     */
    Tokens(Path file) {
        this(file, System::nanoTime);
    }

    /** @param nanoTime a clock that is never set back, or tokens that were withdrawn would stay valid until it caught up */
    Tokens(Path file, LongSupplier nanoTime) {
        this.file = file;
        this.nanoTime = nanoTime;
        try {
            this.state = new State(hashes(file), nanoTime.getAsLong());
        } catch (IOException e) {
            throw new UncheckedIOException("the token file cannot be read", e);
        }
        if (state.hashes.isEmpty()) {
            throw new IllegalStateException("the token file contains no token");
        }
    }

    /** Whether a token is one of them; looks at the file again once a second. */
    boolean accept(String token) {
        byte[] presented = sha256(token);
        boolean known = false;
        for (byte[] hash : current()) {
            known |= MessageDigest.isEqual(hash, presented);
        }
        return known;
    }

    private List<byte[]> current() {
        var before = state;
        if (nanoTime.getAsLong() - before.lookedAt < LOOK_AGAIN_NANOS) {
            return before.hashes;
        }
        List<byte[]> hashes = before.hashes;
        try {
            hashes = hashes(file);
        } catch (IOException e) {
            // While a mounted secret is exchanged; the old tokens stand.
            LOG.warn("the token file cannot be read; the tokens read before stay valid");
        }
        state = new State(hashes, nanoTime.getAsLong());
        return hashes;
    }

    private static List<byte[]> hashes(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Tokens::sha256)
                .toList();
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
