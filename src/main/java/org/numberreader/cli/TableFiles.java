package org.numberreader.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.numberreader.cli.output.FileReading;

/** Each picture's tables as a CSV file in folders as the pictures'. Safe to use from several threads. */
record TableFiles(Path folder) {

    /**
     * Writes a picture's tables; nothing where it could not be read, or has no numbers.
     *
     * @return the reading, for what comes next
     * @throws UncheckedIOException if the folder can not be written to
     */
    FileReading write(Path file, FileReading reading) {
        if (!reading.csv().isEmpty()) {
            try {
                Path target = AnnotatedFiles.target(folder, file).resolveSibling(file.getFileName() + ".csv");
                Files.createDirectories(target.resolveSibling(""));
                Files.writeString(target, reading.csv());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return reading;
    }
}
