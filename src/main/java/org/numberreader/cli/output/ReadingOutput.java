package org.numberreader.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.numberreader.decoding.ReadNumber;
import org.numberreader.decoding.ReadPage;
import org.numberreader.image.Box;

/** Prints readings one by one, each as soon as it is there. */
public final class ReadingOutput {
    private final PrintWriter out;
    private final Format format;
    private int written;
    private int problems;

    public ReadingOutput(PrintWriter out, Format format) {
        this.out = out;
        this.format = format;
    }

    public void begin() {
        out.print(format.opening());
    }

    /** @throws UncheckedIOException if it could not be written: the disk is full, or nobody listens any more */
    public void write(FileReading reading) {
        out.print(written == 0 ? "" : format.between());
        out.print(printed(reading));
        out.print(format.ending());
        flush();
        written++;
        problems += reading.problem() == null ? 0 : 1;
    }

    public void end() {
        out.print(format.closing());
        flush();
    }

    private void flush() {
        // A print writer swallows failures; this flushes, too.
        if (out.checkError()) {
            throw new UncheckedIOException(
                    new IOException("The output cannot be written. It failed after " + written + " readings."));
        }
    }

    /** How many files could not be read. */
    public int problems() {
        return problems;
    }

    private String printed(FileReading reading) {
        return switch (format) {
            case TEXT -> text(reading);
            case CSV -> csv(reading);
            case JSON, JSONL -> Json.of(reading);
        };
    }

    /** The file and its numbers, a line for each page; what is not certain has a question mark. */
    private static String text(FileReading reading) {
        if (reading.problem() != null) {
            return reading.file() + ": not read. " + reading.problem();
        }
        // A page alone is named, too, where it is not the first: it was picked out of a document.
        boolean several = reading.pages().stream().anyMatch(page -> page.page() > 1);
        return reading.pages().stream()
                .map(page -> reading.file() + (several ? ", page " + page.page() : "") + ": " + text(page))
                .collect(Collectors.joining("\n"));
    }

    private static String text(ReadPage page) {
        return page.reading().numbers().stream()
                .map(number -> number.text() + (number.certain() ? "" : "?"))
                .collect(Collectors.joining(" "));
    }

    /** A row for each number and each piece of handwriting that is in none; one with the file's name where there is neither. */
    private static String csv(FileReading reading) {
        String file = quoted(reading.file());
        var rows = new ArrayList<String>();
        for (var page : reading.pages()) {
            page.reading().numbers().forEach(number -> rows.add(file + "," + csv(number) + "," + page.page() + ","));
            page.reading()
                    .unread()
                    .forEach(other -> rows.add(file + ",,,,," + csv(other.box()) + "," + page.page() + ","
                            + other.reason().text()));
        }
        return rows.isEmpty() ? file + Format.NOTHING + quoted(reading.problem()) : String.join("\n", rows);
    }

    private static String csv(ReadNumber number) {
        return String.format(
                Locale.ROOT,
                "%s,%s,%.4f,%b,%s",
                quoted(number.text()),
                number.value(),
                number.confidence(),
                number.certain(),
                csv(number.box()));
    }

    private static String csv(Box box) {
        return box.x() + "," + box.y() + "," + box.width() + "," + box.height();
    }

    /** A field as RFC 4180 has it. */
    private static String quoted(@Nullable String field) {
        if (field == null) {
            return "";
        }
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
