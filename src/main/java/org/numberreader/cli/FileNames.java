package org.numberreader.cli;

import java.nio.file.Path;

/** Files' names as they are printed: each its own, in whatever locale this program runs. */
final class FileNames {
    /** Stands in a text for bytes that are no letters of the locale's character set. */
    private static final char UNKNOWN = '\uFFFD';

    private FileNames() {}

    /**
     * The path as text. Where the locale does not know its letters (all but ASCII in {@code LC_ALL=C}) it is what a UTF-8
     * locale would show, and where that does not know them either it has their bytes, as {@code %E4}: two files must not
     * have one name, or {@code --resume} would take the second one for read.
     */
    static String of(Path file) {
        String text = file.toString();
        if (text.indexOf(UNKNOWN) < 0) {
            return text;
        }
        // Only a path's URI gives its bytes away; it is absolute, and a folder's ends with a slash.
        var uri = file.toUri();
        var here = Path.of("").toUri();
        boolean known = uri.getPath().indexOf(UNKNOWN) < 0;
        String whole = known ? uri.getPath() : uri.getRawPath();
        String above = known ? here.getPath() : here.getRawPath();
        String wanted = file.isAbsolute() ? whole : whole.substring(above.length());
        return wanted.endsWith("/") ? wanted.substring(0, wanted.length() - 1) : wanted;
    }
}
