package org.numberreader.web;

import java.time.Duration;
import java.util.List;
import org.numberreader.document.Document;
import org.numberreader.document.PageSelection;
import org.numberreader.image.TooLargeException;

/** What one request may still have read of documents: those of a batch share it. Pictures are not counted. */
final class PageAllowance {
    private final int most;
    private int left;
    private Duration time;

    /** @param time that all pages together may take */
    PageAllowance(int most, Duration time) {
        this.most = most;
        this.left = most;
        this.time = time;
    }

    /**
     * The pages that are read of a document; as many fewer are left.
     *
     * @throws TooLargeException if there are not so many left
     * @throws org.numberreader.image.NoSuchPageException if one is wanted that it does not have
     */
    synchronized List<Integer> take(Document document, PageSelection wanted) {
        var pages = wanted.of(document.pages(), most);
        if (document.isSinglePicture()) {
            return pages;
        }
        if (pages.size() > left) {
            throw new TooLargeException("All documents of a batch may have at most " + most + " pages, and " + left
                    + " are left. Send this one in a batch of its own.");
        }
        left -= pages.size();
        return pages;
    }

    /** Takes off the time that a document has taken. */
    synchronized void spend(Duration taken) {
        time = time.minus(taken);
    }

    /** What is left of the time; negative where it is over. */
    synchronized Duration time() {
        return time;
    }
}
