package org.numberreader.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.numberreader.document.Document;
import org.numberreader.document.Documents;
import org.numberreader.document.PageSelection;

/** Where pictures and documents come from: files, and standard input. Safe to use from several threads. */
final class Inputs {
    /** The path that stands for standard input; a file of this name is {@code ./-}. */
    static final Path STANDARD = Path.of("-");

    private final Documents documents;
    private final PageSelection wanted;
    private final int maxBytes;
    private byte @Nullable [] standard;

    /**
     * @param wanted which pages of each document are read
     * @param maxBytes the largest picture that will be decoded, in bytes
     */
    Inputs(Documents documents, PageSelection wanted, int maxBytes) {
        this.documents = documents;
        this.wanted = wanted;
        this.maxBytes = maxBytes;
    }

    /** Opens a file; throws as {@link Documents#open}, too. */
    Document open(Path file) throws IOException {
        return documents.open(bytes(file));
    }

    /** Which of a document's pages are read; a picture beside documents is read whichever pages are wanted of those. */
    List<Integer> pages(Document document) {
        var selection = document.isSinglePicture() ? PageSelection.ALL : wanted;
        return selection.of(document.pages(), documents.maxPages());
    }

    /** The whole picture; of one that is too large just enough for the decoder to say so. */
    private byte[] bytes(Path file) throws IOException {
        if (file.equals(STANDARD)) {
            return standard();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(maxBytes + 1);
        }
    }

    /** It can be read only once, but a picture is needed again to draw on. */
    private synchronized byte[] standard() throws IOException {
        if (standard == null) {
            standard = System.in.readNBytes(maxBytes + 1);
        }
        return standard;
    }
}
