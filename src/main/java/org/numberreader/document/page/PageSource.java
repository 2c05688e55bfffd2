package org.numberreader.document.page;

import org.numberreader.image.EncodedPicture;

/** A file that has pages. One thread at a time may use it. */
public interface PageSource extends AutoCloseable {

    /** How many pages it has, at least 1. */
    int pages();

    /**
     * One page.
     *
     * @param number from 1
     * @throws org.numberreader.image.ImageException if the page cannot be had
     */
    EncodedPicture page(int number);

    @Override
    void close();
}
