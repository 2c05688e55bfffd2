package org.numberreader.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.numberreader.cli.output.FileReading;
import org.numberreader.decoding.ReadPage;

/** Each picture's tables as a CSV file in folders as the pictures'. Safe to use from several threads. */
record TableFiles(Path folder) {

    /**
     * Writes a file's tables, page after page; nothing where it could not be read, or has no numbers.
     *
     * @return the reading, for what comes next
     * @throws UncheckedIOException if the folder cannot be written to
     */
    FileReading write(Path file, FileReading reading) {
        String csv = ReadPage.csv(reading.pages());
        if (!csv.isEmpty()) {
            try {
                Path target = AnnotatedFiles.target(folder, file).resolveSibling(file.getFileName() + ".csv");
                Files.createDirectories(target.resolveSibling(""));
                Files.writeString(target, csv);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return reading;
    }
}
