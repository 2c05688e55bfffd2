package org.numberreader.document;

/** Pages of other documents took too long: the page was not begun with, and may be asked for again. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BusyException() {
        super("Pages of other documents are being decoded.");
    }
}
