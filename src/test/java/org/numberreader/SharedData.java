package org.numberreader;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Labelled pictures that are not part of the project; the environment variable {@code NUMBERS_DATA} names their folder, else
 * it is {@code ../shared/data}.
 */
final class SharedData {
    private SharedData() {}

    /** The folder; the test is skipped, and says so, where there is none. */
    static Path folder() {
        String named = System.getenv("NUMBERS_DATA");
        var folder = Path.of(named == null || named.isBlank() ? "../shared/data" : named);
        assumeTrue(
                Files.isDirectory(folder),
                () -> "no labelled pictures in " + folder + "; NUMBERS_DATA names another folder");
        return folder;
    }
}
