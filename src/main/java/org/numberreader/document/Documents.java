package org.numberreader.document;

import java.time.Duration;
import java.util.Optional;
import org.numberreader.document.page.Awt;
import org.numberreader.document.page.DocumentLimits;
import org.numberreader.document.page.PageBounds;
import org.numberreader.document.page.PageSource;
import org.numberreader.document.page.SinglePicture;
import org.numberreader.document.pdf.PdfFile;
import org.numberreader.document.tiff.TiffFile;
import org.numberreader.image.EncodedPicture;
import org.numberreader.image.ImageDecoder;
import org.numberreader.image.ImageLimits;
import org.numberreader.image.TooLargeException;
import org.numberreader.image.UnsupportedFormatException;

/** Opens files of all formats that are read, told by their first bytes. */
public final class Documents {
    static {
        Awt.prepare();
    }

    private final ImageDecoder decoder;
    private final ImageLimits images;
    private final DocumentLimits limits;
    private final PageBounds bounds;
    private final PageTurn turn;

    /** Whose documents wait for each other however long that takes. */
    public Documents(ImageDecoder decoder, ImageLimits images, DocumentLimits limits) {
        this(decoder, images, limits, Duration.ofNanos(Long.MAX_VALUE));
    }

    /** @param patience the longest that a page waits for pages of other documents, until it throws {@link BusyException} */
    public Documents(ImageDecoder decoder, ImageLimits images, DocumentLimits limits, Duration patience) {
        this.decoder = decoder;
        this.images = images;
        this.limits = limits;
        this.bounds = new PageBounds(decoder, limits);
        this.turn = new PageTurn(patience);
    }

    /**
     * Opens a file.
     *
     * @throws UnsupportedFormatException if its format is not read
     * @throws TooLargeException if it has more bytes than are allowed, or is no document within the limits
     * @throws org.numberreader.image.CorruptImageException if it is damaged
     * @throws org.numberreader.image.UnreadableDocumentException if it is encrypted
     */
    public Document open(byte[] bytes) {
        if (bytes.length > images.maxBytes()) {
            throw TooLargeException.picture(images.maxBytes());
        }
        return new Document(source(bytes), decoder, turn);
    }

    /** Whether bytes begin as a picture or document that is read. */
    public static boolean begins(byte[] bytes) {
        return FileKind.of(bytes) != FileKind.OTHER;
    }

    /** How many pages are read at once. */
    public int maxPages() {
        return limits.maxPages();
    }

    private PageSource source(byte[] bytes) {
        return switch (FileKind.of(bytes)) {
            case PICTURE -> new SinglePicture(EncodedPicture.of(bytes));
            case ANIMATED_WEBP ->
                new SinglePicture(new EncodedPicture(
                        AnimatedWebp.firstFrame(bytes), EncodedPicture.of(bytes).orientation()));
            case GIF -> new SinglePicture(new EncodedPicture(new GifFile(bounds).firstFrame(bytes), 1));
            case TIFF -> new TiffFile(bytes, bounds);
            case PDF -> PdfFile.open(bytes, limits, bounds);
            case OTHER ->
                throw Optional.ofNullable(ForeignFormat.of(bytes))
                        .map(UnsupportedFormatException::new)
                        .orElseGet(UnsupportedFormatException::new);
        };
    }
}
