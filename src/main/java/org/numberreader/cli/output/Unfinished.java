package org.numberreader.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an interrupted run left in its output file, cut back to whole pictures so that a next run can go on there. */
public final class Unfinished {
    private Unfinished() {}

    /**
     * What is there.
     *
     * @param pictures as they are named there
     * @param problems how many of them could not be read
     */
    public record Found(Set<String> pictures, int problems) {
        /** Where nothing was written yet. */
        public static final Found NOTHING = new Found(Set.of(), 0);

        public Found {
            pictures = Set.copyOf(pictures);
        }
    }

    /** A record of the file: whose it is, the byte after it, and whether it tells a problem. */
    private record Row(@Nullable String file, int end, boolean problem) {}

    /**
     * Cuts the file back to the pictures that are surely whole. In CSV the last one may lack rows, so it goes, too.
     *
     * @return the pictures that it has; nothing if there is no file
     * @throws IOException if the file cannot be read or cut, or is no such output; then it is left as it is
     */
    public static Found in(Path out, Format format) throws IOException {
        if (!Files.exists(out)) {
            return Found.NOTHING;
        }
        byte[] bytes = Files.readAllBytes(out);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.startsWith(format.opening()) && !format.opening().startsWith(text)) {
            throw new IOException(out + " is not the " + format + " of an earlier run. It was not changed.");
        }
        List<Row> rows = rows(bytes, format, out);
        int kept = rows.size();
        if (format == Format.CSV && kept > 1) {
            String last = rows.get(kept - 1).file();
            while (kept > 1 && String.valueOf(rows.get(kept - 1).file()).equals(last)) {
                kept--;
            }
        }
        try (var file = Files.newByteChannel(out, StandardOpenOption.WRITE)) {
            file.truncate(kept == 0 ? 0 : rows.get(kept - 1).end());
        }
        var pictures = new HashSet<String>();
        int problems = 0;
        for (var row : rows.subList(0, kept)) {
            if (row.file() != null) {
                pictures.add(row.file());
                problems += row.problem() ? 1 : 0;
            }
        }
        return new Found(pictures, problems);
    }

    /** The whole records; a line break within quotes ends none. */
    private static List<Row> rows(byte[] bytes, Format format, Path out) throws IOException {
        var rows = new ArrayList<Row>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            quoted ^= format == Format.CSV && bytes[i] == '"';
            if (bytes[i] == '\n' && !quoted) {
                String text = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                boolean heading = format == Format.CSV && rows.isEmpty();
                rows.add(heading ? new Row(null, i + 1, false) : row(text, format, i + 1, out));
                start = i + 1;
            }
        }
        return rows;
    }

    private static Row row(String text, Format format, int end, Path out) throws IOException {
        if (format != Format.JSONL) {
            // Only a file that could not be read has a problem and nothing else; handwriting that is in no number has a
            // box.
            return new Row(file(text), end, text.contains(Format.NOTHING) && !text.endsWith(","));
        }
        try {
            var reading = new ObjectMapper().readTree(text);
            if (reading.hasNonNull("file")) {
                return new Row(reading.path("file").asText(), end, reading.hasNonNull("problem"));
            }
        } catch (JsonProcessingException e) {
            throw new IOException(out + " is not the jsonl of an earlier run. It was not changed.", e);
        }
        throw new IOException(out + " is not the jsonl of an earlier run. It was not changed.");
    }

    private static String file(String row) {
        if (!row.startsWith("\"")) {
            return row.substring(0, Math.max(0, row.indexOf(',')));
        }
        int end = row.indexOf("\",", 1);
        while (end > 0 && end + 1 < row.length() && isEscaped(row, end)) {
            end = row.indexOf("\",", end + 1);
        }
        return row.substring(1, Math.max(1, end)).replace("\"\"", "\"");
    }

    /** Whether the quote at this place is the second of a doubled one. */
    private static boolean isEscaped(String row, int quote) {
        int before = quote;
        while (before > 1 && row.charAt(before - 1) == '"') {
            before--;
        }
        return (quote - before) % 2 == 1;
    }
}
