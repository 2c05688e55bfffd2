package org.numberreader.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.numberreader.cli.output.FileReading;
import org.numberreader.decoding.ReadNumber;
import org.numberreader.image.Mark;
import org.numberreader.image.PictureWriter;

/** Pictures with what was read drawn on them, as PNG files in folders as the pictures'. Safe to use from several threads. */
record AnnotatedFiles(PictureWriter writer, Inputs inputs, Path folder) {

    /**
     * Draws what was read in a file; nothing where it could not be read.
     *
     * @return the reading, for what comes next
     * @throws UncheckedIOException if the folder can not be written to
     */
    FileReading write(Path file, FileReading reading) {
        if (reading.problem() == null) {
            try {
                byte[] picture = writer.annotated(inputs.bytes(file), marks(reading.numbers()));
                Path target = target(folder, file);
                Files.createDirectories(target.resolveSibling(""));
                Files.write(target, picture);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return reading;
    }

    /** The file's own folders below this one, so that two files never meet; a folder above is named {@code ^}. */
    static Path target(Path folder, Path file) {
        Path target = folder;
        for (Path name : file.normalize()) {
            target = target.resolve("..".equals(name.toString()) ? "^" : name.toString());
        }
        return target.resolveSibling(target.getFileName() + ".png");
    }

    private static List<Mark> marks(List<ReadNumber> numbers) {
        return numbers.stream()
                .map(number -> new Mark(number.box(), number.value(), number.certain()))
                .toList();
    }
}
