package org.numberreader.document.pdf;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.numberreader.document.page.Bitmap;
import org.numberreader.document.page.PageBounds;
import org.numberreader.image.EncodedPicture;

/**
 * The picture that a page is, and how it lies on it.
 *
 * @param orientation 1 to 8, as EXIF has them
 */
record ScannedImage(PDImageXObject image, int orientation) {
    /** How crooked a picture may lie that is taken as it is, as the tangent of the angle. */
    private static final double STRAIGHT = 0.01;

    /** Of two directions the signs: where the picture's columns go, and where its rows, each to the right and down. */
    private static final List<List<Integer>> DIRECTIONS = List.of(
            List.of(1, 0, 0, 1),
            List.of(-1, 0, 0, 1),
            List.of(-1, 0, 0, -1),
            List.of(1, 0, 0, -1),
            List.of(0, 1, 1, 0),
            List.of(0, 1, -1, 0),
            List.of(0, -1, -1, 0),
            List.of(0, -1, 1, 0));

    private static final Set<COSName> PLAIN =
            Set.of(COSName.DEVICEGRAY, COSName.DEVICERGB, COSName.CALGRAY, COSName.CALRGB, COSName.ICCBASED);

    /** A picture, and the matrix that maps the unit square to its place on the page. */
    record Placed(PDImageXObject image, Matrix place) {}

    /**
     * How a picture lies.
     *
     * @param rotation of the page, clockwise in degrees
     * @return empty if it lies crooked, or is partly transparent
     */
    static Optional<ScannedImage> of(Placed placed, int rotation) throws IOException {
        COSStream stream = placed.image.getCOSObject();
        if (stream.containsKey(COSName.SMASK) || stream.containsKey(COSName.MASK)) {
            return Optional.empty();
        }
        Matrix m = placed.place;
        // Columns go right in the picture, rows down; a page's y goes up.
        double[] way = {m.getScaleX(), -m.getShearY(), -m.getShearX(), m.getScaleY()};
        for (int turn = 0; turn < Math.floorMod(rotation, 360) / 90; turn++) {
            way = new double[] {-way[1], way[0], -way[3], way[2]};
        }
        int orientation = DIRECTIONS.indexOf(
                List.of(sign(way[0], way[1]), sign(way[1], way[0]), sign(way[2], way[3]), sign(way[3], way[2])));
        return orientation < 0 ? Optional.empty() : Optional.of(new ScannedImage(placed.image, orientation + 1));
    }

    /** 0 where it is little beside the other one. */
    private static int sign(double value, double other) {
        return Math.abs(value) <= STRAIGHT * Math.abs(other) ? 0 : (int) Math.signum(value);
    }

    /** The picture's own bytes where they are a JPEG, else its pixels. */
    EncodedPicture picture(PageBounds bounds) throws IOException {
        if (isJpeg()) {
            try (var raw = image.getCOSObject().createRawInputStream()) {
                byte[] jpeg = raw.readAllBytes();
                return new EncodedPicture(jpeg, orientation);
            }
        }
        bounds.require(image.getWidth(), image.getHeight(), DrawingBounds.bytesPerPixel(image));
        return new EncodedPicture(Bitmap.of(image.getImage()), orientation);
    }

    private boolean isJpeg() {
        COSStream stream = image.getCOSObject();
        COSBase filter = stream.getFilters();
        COSBase only = filter instanceof COSArray array && array.size() == 1 ? array.getObject(0) : filter;
        COSBase colours = stream.getDictionaryObject(COSName.COLORSPACE);
        COSBase kind = colours instanceof COSArray array && array.size() > 0 ? array.getObject(0) : colours;
        return COSName.DCT_DECODE.equals(only)
                && kind instanceof COSName name
                && PLAIN.contains(name)
                && !stream.containsKey(COSName.DECODE);
    }
}
