package org.numberreader.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the bytes of pictures come from: files, and standard input. Safe to use from several threads. */
final class Inputs {
    /** The path that stands for standard input; a file of this name is {@code ./-}. */
    static final Path STANDARD = Path.of("-");

    private final int maxBytes;
    private byte @Nullable [] standard;

    /** @param maxBytes the largest picture that will be decoded, in bytes */
    Inputs(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The whole picture; of one that is too large just enough for the decoder to say so. */
    byte[] bytes(Path file) throws IOException {
        if (file.equals(STANDARD)) {
            return standard();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(maxBytes + 1);
        }
    }

    /** It can be read only once, but a picture is needed again to draw on. */
    private synchronized byte[] standard() throws IOException {
        if (standard == null) {
            standard = System.in.readNBytes(maxBytes + 1);
        }
        return standard;
    }
}
