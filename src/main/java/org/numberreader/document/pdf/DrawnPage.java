package org.numberreader.document.pdf;

import java.awt.Color;
import java.awt.Paint;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDShadingPattern;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.numberreader.document.page.Bitmap;
import org.numberreader.image.EncodedPicture;

/** Draws a page at 300 dpi, or at as many as make it as large as an A4 page at 300. */
final class DrawnPage extends PDFRenderer {
    private static final float POINTS = 72;
    private static final float DPI = 300;

    /** A4 at 300 dpi. */
    private static final double MOST_PIXELS = 2481 * 3509;

    /** The picture, and one of the same size for what is transparent in it. */
    private static final double BYTES_PER_PIXEL = 3 + 4 + Bitmap.BYTES_PER_PIXEL;

    private final DrawingBounds bounds;

    DrawnPage(PDDocument document, DrawingBounds bounds) {
        super(document);
        this.bounds = bounds;
        setSubsamplingAllowed(true);
    }

    /** @param number from 1 */
    EncodedPicture picture(int number) throws IOException {
        var box = document.getPage(number - 1).getCropBox();
        double width = Math.max(1, box.getWidth() * DPI / POINTS);
        double height = Math.max(1, box.getHeight() * DPI / POINTS);
        double smaller = Math.min(1, Math.sqrt(MOST_PIXELS / width / height));
        bounds.require((int) (width * smaller), (int) (height * smaller), BYTES_PER_PIXEL);
        var image = renderImage(number - 1, (float) (DPI / POINTS * smaller), ImageType.BGR);
        return new EncodedPicture(Bitmap.of(image), EncodedPicture.UPRIGHT);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        var drawer = new Drawer(parameters, bounds);
        drawer.setAnnotationFilter(getAnnotationsFilter());
        return drawer;
    }

    private static final class Drawer extends PageDrawer {
        /** A gradient takes PDFBox more memory than the page, and nobody writes on one that is dark. */
        private static final Color SHADE = new Color(0xf0f0f0);

        private final DrawingBounds bounds;

        Drawer(PageDrawerParameters parameters, DrawingBounds bounds) throws IOException {
            super(parameters);
            this.bounds = bounds;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            bounds.check(operator);
            super.processOperator(operator, operands);
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException failure)
                throws IOException {
            DrawingBounds.rethrow(operator, failure);
            super.operatorException(operator, operands, failure);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            bounds.check(image);
            super.drawImage(image);
        }

        @Override
        public void shadingFill(COSName name) {
            // Left white.
        }

        @Override
        protected Paint getPaint(PDColor color) throws IOException {
            boolean shading = color.getColorSpace() instanceof PDPattern patterns
                    && patterns.getPattern(color) instanceof PDShadingPattern;
            return shading ? SHADE : super.getPaint(color);
        }

        @Override
        public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
            bounds.enter();
            super.showTransparencyGroup(group);
            bounds.leave();
        }

        @Override
        protected void processSoftMask(PDTransparencyGroup group) throws IOException {
            bounds.enter();
            super.processSoftMask(group);
            bounds.leave();
        }
    }
}
