package org.numberreader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.numberreader.cli.output.FileReading;
import org.numberreader.decoding.Expectation;
import org.numberreader.decoding.ReadPage;
import org.numberreader.decoding.UprightReader;
import org.numberreader.document.Document;
import org.numberreader.image.ImageException;
import org.numberreader.image.Polarity;
import org.numberreader.image.Turn;

/**
 * Reads one file after the other; a bad one never spoils the others. Safe to use from several threads.
 *
 * @param turn of each page; null: turned where that reads better
 */
record FileReader(
        UprightReader reader,
        Inputs inputs,
        Expectation expected,
        @Nullable Turn turn) {

    FileReading read(Path file) {
        try (var document = inputs.open(file)) {
            return new FileReading(FileNames.of(file), pages(document), null);
        } catch (ImageException e) {
            return unread(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return unread(file, Failures.sentence(e));
        } catch (RuntimeException e) {
            // A fault of this program, and thousands of pictures may still be waiting.
            return unread(file, "Internal error: " + e);
        }
    }

    private List<ReadPage> pages(Document document) {
        var read = new ArrayList<ReadPage>();
        for (int number : inputs.pages(document)) {
            var picture = document.page(number, Polarity.AUTO);
            read.add(ReadPage.of(number, reader.read(picture, expected, turn)));
        }
        return read;
    }

    private static FileReading unread(Path file, String problem) {
        return new FileReading(FileNames.of(file), List.of(), problem);
    }
}
