package org.numberreader.document.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.numberreader.document.page.DocumentLimits;
import org.numberreader.document.page.PageBounds;
import org.numberreader.image.CorruptImageException;
import org.numberreader.image.TooLargeException;

/** What is checked at each step while a page is looked at or drawn. */
final class DrawingBounds {
    /** Decoded data, and PDFBox's pictures of them in two forms: about so many bytes a pixel with colours. */
    private static final double COLOUR = 10;

    private static final double GRAY = 4;

    private static final int DEEPEST = 3;

    private final PageBounds page;
    private final StreamBounds streams;
    private final TimeBound time;
    private int depth;

    DrawingBounds(PageBounds page, DocumentLimits limits, TimeBound time) {
        this.page = page;
        this.streams = new StreamBounds(limits, page);
        this.time = time;
    }

    /** Before each operator. */
    void check(Operator operator) throws IOException {
        time.check();
        byte[] inline = operator.getImageData();
        if (inline != null && operator.getImageParameters() != null) {
            streams.require(operator.getImageParameters(), inline, true);
        }
    }

    /** Before a picture is decoded. */
    void check(PDImage image) {
        page.require(image.getWidth(), image.getHeight(), bytesPerPixel(image));
        if (image.getCOSObject() instanceof COSStream stream) {
            for (COSName name : List.of(COSName.SMASK, COSName.MASK)) {
                COSBase mask = stream.getDictionaryObject(name);
                if (mask instanceof COSStream dictionary) {
                    page.require(dictionary.getInt(COSName.WIDTH, 1), dictionary.getInt(COSName.HEIGHT, 1), COLOUR);
                }
            }
        }
    }

    /** What a picture takes in the heap while it is decoded. */
    static double bytesPerPixel(PDImage image) {
        return image.getBitsPerComponent() == 1 ? GRAY : COLOUR;
    }

    /** Before a group is drawn, which takes a picture of the whole page's size. */
    void enter() {
        if (++depth > DEEPEST) {
            throw new TooLargeException("The page's drawing is nested too deeply. Send it as a picture.");
        }
    }

    /** Behind it. */
    void leave() {
        depth--;
    }

    /** PDFBox logs what it cannot draw and goes on: the page would seem to be empty. */
    static void rethrow(Operator operator, IOException failure) throws IOException {
        if (failure instanceof MissingImageReaderException) {
            throw failure;
        }
        if (failure.getCause() instanceof MissingImageReaderException missing) {
            throw missing;
        }
        if (operator.getName().equals("Do") || operator.getName().equals("BI")) {
            throw new CorruptImageException("A picture on the page is truncated or damaged.");
        }
    }

    /** Room for the page's own pixels. */
    void require(int width, int height, double bytesPerPixel) {
        page.require(width, height, bytesPerPixel);
    }

    /** What operators are called with. */
    static boolean isText(Operator operator, List<COSBase> operands) {
        return !operands.isEmpty()
                && switch (operator.getName()) {
                    case "Tj", "TJ", "'", "\"" -> true;
                    default -> false;
                };
    }
}
