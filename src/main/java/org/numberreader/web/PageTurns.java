package org.numberreader.web;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.numberreader.document.Document;
import org.numberreader.document.Documents;
import org.numberreader.document.PageSelection;
import org.numberreader.image.Mark;
import org.numberreader.image.Picture;
import org.numberreader.image.Polarity;
import org.numberreader.image.Turn;

/**
 * The pages of an upload one after the other; it is opened in the first one's turn. Whoever waits for a page may close it
 * while a worker still has it: then the worker closes the document, at the end of its work.
 */
final class PageTurns implements AutoCloseable {
    private final Documents documents;
    private final byte[] bytes;
    private final PageSelection wanted;
    private final PageAllowance allowance;
    private final long start = System.nanoTime();
    private volatile @Nullable Document document;
    private @Nullable Iterator<Integer> pages;
    private int page;
    /** Whether {@link #page} is still to be had. */
    private boolean pending;

    private boolean working;
    private boolean closed;

    PageTurns(Documents documents, byte[] bytes, PageSelection wanted, PageAllowance allowance) {
        this.documents = documents;
        this.bytes = bytes;
        this.wanted = wanted;
        this.allowance = allowance;
    }

    /** Whether a page was read. */
    boolean isBegun() {
        return pages != null;
    }

    /** What is left of the time that all pages together have. */
    Duration left() {
        return allowance.time().minusNanos(System.nanoTime() - start);
    }

    /** Whether there is another page, once the first one was read. */
    boolean hasNext() {
        return pages != null && (pending || pages.hasNext());
    }

    /**
     * Work on the document, which is not closed meanwhile.
     *
     * @throws IllegalStateException if it was closed before
     */
    <T> T work(Callable<T> work) throws Exception {
        begin();
        try {
            return work.call();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (closed) {
            throw new IllegalStateException("Nobody waits for the page any more.");
        }
        working = true;
    }

    private synchronized void end() {
        working = false;
        if (closed) {
            closeDocument();
        }
    }

    /** The next page's number, the same again until its picture was had; opens the document before the first. */
    int next() {
        var left = pages;
        if (left == null) {
            var opened = documents.open(bytes);
            document = opened;
            left = allowance.take(opened, wanted).iterator();
            pages = left;
        }
        if (!pending) {
            page = left.next();
            pending = true;
        }
        return page;
    }

    /** The page of {@link #next}. */
    Picture picture(Polarity polarity) {
        var picture = Objects.requireNonNull(document).page(page, polarity);
        pending = false;
        return picture;
    }

    /** The same as PNG, with marks on it. */
    byte[] annotated(Turn turn, List<Mark> marks) {
        return Objects.requireNonNull(document).annotated(page, turn, marks);
    }

    /** Does not wait for a worker. */
    @Override
    public synchronized void close() {
        closed = true;
        var opened = document;
        if (opened != null && !opened.isSinglePicture()) {
            allowance.spend(Duration.ofNanos(System.nanoTime() - start));
        }
        if (!working) {
            closeDocument();
        }
    }

    private void closeDocument() {
        var opened = document;
        if (opened != null) {
            opened.close();
        }
    }
}
