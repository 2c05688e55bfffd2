package org.numberreader.document.pdf;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.numberreader.document.pdf.ScannedImage.Placed;

/** Looks whether a page is one picture and nothing else that can be seen, as scanners make them. */
final class PageScan extends PDFGraphicsStreamEngine {
    /** How far a scan's edges may be from the page's, in the page's sides. */
    private static final double NEAR = 0.03;

    /** Of text and colours nothing but whether there is any: fonts and colour spaces are not loaded for it. */
    private static final Set<String> IGNORED = Set.of(
            "Tf", "Td", "TD", "Tm", "T*", "Tc", "Tw", "Tz", "TL", "Ts", "cs", "CS", "sc", "scn", "SC", "SCN", "rg",
            "RG", "g", "G", "k", "K");

    private final PDPage page;
    private final DrawingBounds bounds;
    private @Nullable Placed scan;
    private boolean others;
    private boolean clipping;
    private @Nullable Rectangle2D rectangle;
    private Point2D current = new Point2D.Float();

    PageScan(PDPage page, DrawingBounds bounds) {
        super(page);
        this.page = page;
        this.bounds = bounds;
    }

    /** The scan that the page is; empty where the page has to be drawn. */
    Optional<ScannedImage> found() throws IOException {
        if (!page.getAnnotations().stream().allMatch(one -> one.getNormalAppearanceStream() == null)) {
            return Optional.empty();
        }
        processPage(page);
        return others || scan == null ? Optional.empty() : ScannedImage.of(scan, page.getRotation());
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        bounds.check(operator);
        if (DrawingBounds.isText(operator, operands)) {
            var mode = getGraphicsState().getTextState().getRenderingMode();
            others |= mode != RenderingMode.NEITHER;
        } else if (!IGNORED.contains(operator.getName())) {
            super.processOperator(operator, operands);
        }
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException failure)
            throws IOException {
        others = true; // drawing it will tell
    }

    @Override
    public void drawImage(PDImage image) {
        var state = getGraphicsState();
        boolean plain = image instanceof PDImageXObject
                && !image.isStencil()
                && state.getSoftMask() == null
                && state.getNonStrokeAlphaConstant() == 1;
        Matrix place = state.getCurrentTransformationMatrix();
        if (plain && covers(bounds(place))) {
            scan = new Placed((PDImageXObject) image, place);
            others = false; // what was drawn before lies under it
        } else {
            others = true;
        }
    }

    private static Rectangle2D bounds(Matrix place) {
        return place.createAffineTransform()
                .createTransformedShape(new Rectangle2D.Float(0, 0, 1, 1))
                .getBounds2D();
    }

    /** Whether a rectangle's edges are about the page's. */
    private boolean covers(Rectangle2D area) {
        PDRectangle box = page.getCropBox();
        double across = NEAR * box.getWidth();
        double down = NEAR * box.getHeight();
        return Math.abs(area.getMinX() - box.getLowerLeftX()) <= across
                && Math.abs(area.getMaxX() - box.getUpperRightX()) <= across
                && Math.abs(area.getMinY() - box.getLowerLeftY()) <= down
                && Math.abs(area.getMaxY() - box.getUpperRightY()) <= down;
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        var corners = new Rectangle2D.Double(p0.getX(), p0.getY(), 0, 0);
        corners.add(p2);
        rectangle = rectangle == null ? corners : rectangle.createIntersection(corners);
    }

    @Override
    public void clip(int windingRule) {
        clipping = true;
    }

    @Override
    public void endPath() {
        var area = rectangle;
        if (clipping && (area == null || cuts(area))) {
            others = true;
        }
        clipping = false;
        rectangle = null;
    }

    private boolean cuts(Rectangle2D area) {
        PDRectangle box = page.getCropBox();
        double across = NEAR * box.getWidth();
        double down = NEAR * box.getHeight();
        return area.getMinX() > box.getLowerLeftX() + across
                || area.getMaxX() < box.getUpperRightX() - across
                || area.getMinY() > box.getLowerLeftY() + down
                || area.getMaxY() < box.getUpperRightY() - down;
    }

    @Override
    public void moveTo(float x, float y) {
        current = new Point2D.Float(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        current = new Point2D.Float(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        current = new Point2D.Float(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return current;
    }

    @Override
    public void closePath() {
        // Where it began is not asked for.
    }

    @Override
    public void strokePath() {
        drawn();
    }

    @Override
    public void fillPath(int windingRule) {
        drawn();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        drawn();
    }

    @Override
    public void shadingFill(COSName name) {
        drawn();
    }

    private void drawn() {
        others = true;
        rectangle = null;
        clipping = false;
    }
}
