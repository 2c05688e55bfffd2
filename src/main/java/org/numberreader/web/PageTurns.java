package org.numberreader.web;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.numberreader.document.Document;
import org.numberreader.document.Documents;
import org.numberreader.document.PageSelection;
import org.numberreader.image.Mark;
import org.numberreader.image.Picture;
import org.numberreader.image.Polarity;
import org.numberreader.image.Turn;

/** The pages of an upload one after the other; it is opened in the first one's turn. */
final class PageTurns implements AutoCloseable {
    private final Documents documents;
    private final byte[] bytes;
    private final PageSelection wanted;
    private final long start = System.nanoTime();
    private volatile @Nullable Document document;
    private @Nullable Iterator<Integer> pages;
    private int page;

    PageTurns(Documents documents, byte[] bytes, PageSelection wanted) {
        this.documents = documents;
        this.bytes = bytes;
        this.wanted = wanted;
    }

    /** Whether a page was read. */
    boolean isBegun() {
        return pages != null;
    }

    /** What is left of the time that all pages together have. */
    Duration left(Duration all) {
        return all.minusNanos(System.nanoTime() - start);
    }

    /** Whether there is another page, once the first one was read. */
    boolean hasNext() {
        return pages != null && pages.hasNext();
    }

    /** The next page's number; opens the document before the first. */
    int next() {
        var left = pages;
        if (left == null) {
            var opened = documents.open(bytes);
            document = opened;
            left = wanted.of(opened.pages(), documents.maxPages()).iterator();
            pages = left;
        }
        page = left.next();
        return page;
    }

    /** The page of {@link #next}. */
    Picture picture(Polarity polarity) {
        return Objects.requireNonNull(document).page(page, polarity);
    }

    /** The same as PNG, with marks on it. */
    byte[] annotated(Turn turn, List<Mark> marks) {
        return Objects.requireNonNull(document).annotated(page, turn, marks);
    }

    @Override
    public void close() {
        var opened = document;
        if (opened != null) {
            opened.close();
        }
    }
}
