package org.numberreader.layout;

import org.numberreader.image.Raster;

/** The output of a network that is sure of straight bands, drawn into it. */
final class DrawnMap {
    static final int STRIDE = 4;
    static final double UNIT = 24;

    private final int width;
    private final int height;
    private final float[] values;

    /** @param width of the picture in pixels */
    DrawnMap(int width, int height) {
        this.width = width / STRIDE;
        this.height = height / STRIDE;
        this.values = new float[4 * this.width * this.height];
        for (int cell = 0; cell < this.width * this.height; cell++) {
            values[cell] = 5;
        }
    }

    /** A row's band, as training marks it, from a point in the picture along an angle. */
    DrawnMap band(double x, double y, double length, double angle, double digitHeight) {
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double right = (column + 0.5) * STRIDE - x;
                double down = (row + 0.5) * STRIDE - y;
                double along = Math.cos(angle) * right + Math.sin(angle) * down;
                double across = Math.cos(angle) * down - Math.sin(angle) * right;
                if (along >= 0 && along <= length && Math.abs(across) <= 0.28 * digitHeight) {
                    values[(height + row) * width + column] = 10;
                    values[(3 * height + row) * width + column] = (float) Math.log(digitHeight / UNIT);
                }
            }
        }
        return this;
    }

    HandwritingMap map() {
        return new HandwritingMap(new Raster(4, height, width, values), UNIT, STRIDE);
    }
}
