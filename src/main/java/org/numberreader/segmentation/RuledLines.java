package org.numberreader.segmentation;

import org.numberreader.image.GrayImage;

/**
 * Takes ruled and squared lines out of the ink. Only what is as thin as the line goes: where a stroke crosses or lies
 * on it the run of ink is longer, and stays whole.
 */
final class RuledLines {
    /** A horizontal line is longer than any digit's stroke: in widths of the picture, and in widths of a stroke. */
    private static final double SHORTEST = 0.35;

    private static final double SHORTEST_STROKES = 20;

    /** A vertical line goes through the whole picture, and is thinner than the pen: a 1 is neither. */
    private static final double WHOLE = 0.9;

    private static final double THIN = 0.7;

    private RuledLines() {}

    /** @param edge the darkness from which a pixel is ink, 0 to 255 */
    static Ink erased(Ink ink, double edge) {
        GrayImage darkness = ink.darkness();
        int width = darkness.width();
        int height = darkness.height();
        byte[] turned = transposed(darkness.pixels(), height, width);
        int shortest = (int) Math.max(SHORTEST * width, SHORTEST_STROKES * ink.strokeWidth());
        erase(turned, width, height, edge, 1.6 * ink.strokeWidth() + 1, shortest);
        byte[] pixels = transposed(turned, width, height);
        erase(pixels, height, width, edge, THIN * ink.strokeWidth(), (int) (WHOLE * height));
        return new Ink(new GrayImage(width, height, pixels), ink.strokeWidth(), ink.scale());
    }

    private static void erase(byte[] darkness, int rows, int columns, double edge, double thickest, int shortest) {
        var mask = new byte[darkness.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) ((darkness[i] & 0xff) > edge ? 1 : 0);
        }
        for (var trace : new LineTracer(mask, rows, columns, thickest).traces(shortest)) {
            double thickness = trace.thickness();
            int rim = (int) Math.ceil(1 + thickness / 3);
            for (var run : trace.runs()) {
                if (run.length() <= 1.6 * thickness + 1) {
                    clear(darkness, mask, run, columns, rim);
                }
            }
        }
    }

    /** Removes a run and the grey rim beside it. */
    private static void clear(byte[] darkness, byte[] mask, LineTracer.Run run, int columns, int rim) {
        int start = run.row() * columns;
        for (int column = Math.max(0, run.from() - rim); column < Math.min(columns, run.to() + rim); column++) {
            boolean own = column >= run.from() && column < run.to();
            if (own || mask[start + column] == 0) {
                darkness[start + column] = 0;
            }
        }
    }

    private static byte[] transposed(byte[] pixels, int rows, int columns) {
        var turned = new byte[pixels.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = pixels[row * columns + column];
            }
        }
        return turned;
    }
}
