package org.numberreader.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.numberreader.cli.output.FileReading;
import org.numberreader.decoding.ReadNumber;
import org.numberreader.decoding.ReadPage;
import org.numberreader.document.Document;
import org.numberreader.image.Mark;
import org.numberreader.image.Turn;

/** Pictures with what was read drawn on them, as PNG files in folders as the pictures'. Safe to use from several threads. */
record AnnotatedFiles(Inputs inputs, Path folder) {
    private static final String ENDING = ".png";

    /** Between a document's name and the ending, where it has several pages. */
    private static final Pattern PAGE = Pattern.compile("\\.page-\\d+$");

    /**
     * Draws what was read in a file; nothing where it could not be read.
     *
     * @return the reading, for what comes next
     * @throws UncheckedIOException if the folder cannot be written to
     */
    FileReading write(Path file, FileReading reading) {
        if (reading.problem() == null) {
            try (var document = inputs.open(file)) {
                for (var page : reading.pages()) {
                    write(target(folder, file), document, page);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return reading;
    }

    private static void write(Path target, Document document, ReadPage page) throws IOException {
        byte[] picture = document.annotated(
                page.page(), Turn.of(page.rotation()), marks(page.reading().numbers()));
        Files.createDirectories(target.resolveSibling(""));
        Files.write(document.pages() == 1 ? target : ofPage(target, page.page()), picture);
    }

    private static Path ofPage(Path target, int page) {
        String name = target.getFileName().toString();
        return target.resolveSibling(name.substring(0, name.length() - ENDING.length()) + ".page-" + page + ENDING);
    }

    /** The target of a document that has a page drawn in this file; the file itself where it is none. */
    static Path ofAllPages(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(ENDING)) {
            return file;
        }
        String document =
                PAGE.matcher(name.substring(0, name.length() - ENDING.length())).replaceFirst("");
        return file.resolveSibling(document + ENDING);
    }

    /** The file's own folders below this one, so that two files never meet; a folder above is named {@code ^}. */
    static Path target(Path folder, Path file) {
        Path target = folder;
        for (Path name : file.normalize()) {
            target = target.resolve("..".equals(name.toString()) ? "^" : name.toString());
        }
        return target.resolveSibling(target.getFileName() + ENDING);
    }

    private static List<Mark> marks(List<ReadNumber> numbers) {
        return numbers.stream()
                .map(number -> new Mark(number.box(), number.text(), number.certain()))
                .toList();
    }
}
