package org.numberreader.document.page;

import org.numberreader.image.EncodedPicture;

/** A file that is one page. */
public record SinglePicture(EncodedPicture picture) implements PageSource {

    @Override
    public int pages() {
        return 1;
    }

    @Override
    public EncodedPicture page(int number) {
        return picture;
    }

    @Override
    public void close() {
        // Only bytes.
    }
}
