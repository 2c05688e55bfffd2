package org.numberreader.cli.output;

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

    /** A record of the file: whose it is, and the byte after it. */
    private record Row(@Nullable String file, int end) {}

    /**
     * Cuts the file back to the pictures that are surely whole. In CSV the last one may lack rows, so it goes, too.
     *
     * @return the pictures that it has, as they are named there; empty if there is no file
     * @throws IOException if the file can not be read or cut, or is no such output
     */
    public static Set<String> pictures(Path out, Format format) throws IOException {
        if (!Files.exists(out)) {
            return Set.of();
        }
        byte[] bytes = Files.readAllBytes(out);
        List<Row> rows = rows(bytes, format);
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
        for (var row : rows.subList(0, kept)) {
            if (row.file() != null) {
                pictures.add(row.file());
            }
        }
        return pictures;
    }

    /** The whole records; a line break within quotes ends none. */
    private static List<Row> rows(byte[] bytes, Format format) throws IOException {
        var rows = new ArrayList<Row>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            quoted ^= format == Format.CSV && bytes[i] == '"';
            if (bytes[i] == '\n' && !quoted) {
                String text = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                boolean heading = format == Format.CSV && rows.isEmpty();
                rows.add(new Row(heading ? null : file(text, format), i + 1));
                start = i + 1;
            }
        }
        return rows;
    }

    private static String file(String row, Format format) throws IOException {
        if (format == Format.JSONL) {
            return new ObjectMapper().readTree(row).path("file").asText();
        }
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
