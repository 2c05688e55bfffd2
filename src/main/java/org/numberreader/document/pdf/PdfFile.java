package org.numberreader.document.pdf;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.numberreader.document.page.DocumentLimits;
import org.numberreader.document.page.PageBounds;
import org.numberreader.document.page.PageSource;
import org.numberreader.image.CorruptImageException;
import org.numberreader.image.EncodedPicture;
import org.numberreader.image.ImageException;
import org.numberreader.image.UnreadableDocumentException;

/** The pages of a PDF: the scan where a page is one, else the page drawn. */
public final class PdfFile implements PageSource {
    static {
        // Colour profiles are programs of a kind, for native code; grey needs none.
        System.setProperty("org.apache.pdfbox.rendering.UseAlternateInsteadOfICCColorSpace", "true");
        // The one that finds the system's fonts reads all of them, and writes a file.
        FontMappers.set(new BundledFont());
    }

    private final PDDocument document;
    private final DocumentLimits limits;
    private final PageBounds bounds;
    private final int pages;

    private PdfFile(PDDocument document, DocumentLimits limits, PageBounds bounds) {
        this.document = document;
        this.limits = limits;
        this.bounds = bounds;
        this.pages = document.getNumberOfPages();
    }

    /**
     * Opens a PDF, without decoding any page.
     *
     * @throws CorruptImageException if it is damaged or has no page
     * @throws UnreadableDocumentException if it is encrypted
     * @throws org.numberreader.image.TooLargeException if it has too many objects
     */
    public static PdfFile open(byte[] bytes, DocumentLimits limits, PageBounds bounds) {
        return guarded("The PDF is damaged.", () -> {
            var parser = new BoundedParser(new RandomAccessReadBuffer(bytes), new StreamBounds(limits, bounds));
            var document = parser.parse();
            var file = new PdfFile(document, limits, bounds);
            if (file.pages <= 0) {
                file.close();
                throw new CorruptImageException("The PDF has no page.");
            }
            return file;
        });
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public EncodedPicture page(int number) {
        return guarded("The page is damaged.", () -> {
            PDPage page = document.getPage(number - 1);
            var time = new TimeBound(limits.drawingMillis());
            var scan = new PageScan(page, new DrawingBounds(bounds, limits, time)).found();
            return scan.isPresent()
                    ? scan.get().picture(bounds)
                    : new DrawnPage(document, new DrawingBounds(bounds, limits, time)).picture(number);
        });
    }

    @Override
    public void close() {
        IOUtils.closeQuietly(document);
    }

    /** What PDFBox does with files. */
    private interface Work<T> {
        T done() throws IOException;
    }

    /** PDFBox fails in many ways where a file makes no sense. */
    private static <T> T guarded(String damaged, Work<T> work) {
        try {
            return work.done();
        } catch (ImageException e) {
            throw e;
        } catch (InvalidPasswordException e) {
            throw new UnreadableDocumentException("The PDF is encrypted. Send it without a password.");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw unwrapped(e, () -> new CorruptImageException(damaged));
        } catch (NoClassDefFoundError e) { // the cryptography of certificates is not packaged
            throw new UnreadableDocumentException("The PDF is encrypted for specific recipients. Send it unencrypted.");
        }
    }

    private static ImageException unwrapped(Throwable failure, Supplier<ImageException> otherwise) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ImageException known) {
                return known;
            }
            if (cause instanceof org.apache.pdfbox.filter.MissingImageReaderException) {
                return new UnreadableDocumentException(
                        "The page has a picture in JPEG 2000 or JBIG2. Both are not supported. Save the PDF with JPEG or CCITT"
                                + " pictures, or send the page as JPEG or PNG.");
            }
        }
        return otherwise.get();
    }
}
