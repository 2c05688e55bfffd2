package org.numberreader.document;

import java.util.List;
import java.util.function.Function;
import org.numberreader.document.page.PageSource;
import org.numberreader.document.page.SinglePicture;
import org.numberreader.image.CorruptImageException;
import org.numberreader.image.EncodedPicture;
import org.numberreader.image.ImageDecoder;
import org.numberreader.image.Mark;
import org.numberreader.image.Picture;
import org.numberreader.image.PictureWriter;
import org.numberreader.image.Polarity;
import org.numberreader.image.TooLargeException;
import org.numberreader.image.Turn;
import org.numberreader.image.UnreadableDocumentException;

/** A file whose pages are decoded one by one, each when it is asked for. One thread at a time may use it. */
public final class Document implements AutoCloseable {
    private final PageSource source;
    private final ImageDecoder decoder;
    private final PageTurn turn;
    private boolean closed;

    /** @param turn of all documents together */
    Document(PageSource source, ImageDecoder decoder, PageTurn turn) {
        this.source = source;
        this.decoder = decoder;
        this.turn = turn;
    }

    /** How many pages it has, at least 1. */
    public int pages() {
        return source.pages();
    }

    /** Whether its format has one picture a file, and no pages. */
    public boolean isSinglePicture() {
        return source instanceof SinglePicture;
    }

    /**
     * One page, decoded.
     *
     * @param number from 1
     * @throws org.numberreader.image.ImageException if it is refused; the message names the page where there are several
     * @throws BusyException if pages of other documents took too long; it may be asked for again
     * @throws IllegalStateException if it is closed
     */
    public Picture page(int number, Polarity polarity) {
        return inTurn(number, page -> decoder.decode(page, polarity));
    }

    /** One page as PNG, turned, with marks on it; throws as {@link #page}. */
    public byte[] annotated(int number, Turn turn, List<Mark> marks) {
        return inTurn(number, page -> new PictureWriter(decoder).annotated(page, turn, marks));
    }

    private <T> T inTurn(int number, Function<EncodedPicture, T> work) {
        if (closed) {
            throw new IllegalStateException("The document is closed.");
        }
        if (isSinglePicture()) {
            return work.apply(source.page(number)); // its bytes are there already
        }
        turn.take();
        try {
            return work.apply(source.page(number));
        } catch (TooLargeException e) {
            throw new TooLargeException(named(number, e));
        } catch (CorruptImageException e) {
            throw new CorruptImageException(named(number, e));
        } catch (UnreadableDocumentException e) {
            throw new UnreadableDocumentException(named(number, e));
        } finally {
            turn.give();
        }
    }

    private String named(int number, RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        return pages() == 1 ? message : "Page " + number + ": " + message;
    }

    @Override
    public void close() {
        closed = true;
        source.close();
    }
}
