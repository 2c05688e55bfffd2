package org.numberreader.training.scene;

/**
 * Where a row lies on a page: a point of both, and the angle between them.
 *
 * @param rowX the point on the row, in pixels of its layer
 * @param rowY the same
 * @param pageX the same point on the page
 * @param pageY the same
 * @param cos of the row's angle, clockwise
 * @param sin of the same
 * @param slant of what is written, pixels to the right a pixel up
 */
record Placement(double rowX, double rowY, double pageX, double pageY, double cos, double sin, double slant) {

    /** The same place without the slant. */
    Placement upright() {
        return new Placement(rowX, rowY, pageX, pageY, cos, sin, 0);
    }

    double toPageX(double x, double y) {
        double along = x - rowX - slant * (y - rowY);
        return pageX + cos * along - sin * (y - rowY);
    }

    double toPageY(double x, double y) {
        double along = x - rowX - slant * (y - rowY);
        return pageY + sin * along + cos * (y - rowY);
    }

    double toRowX(double x, double y) {
        return rowX + cos * (x - pageX) + sin * (y - pageY) + slant * (toRowY(x, y) - rowY);
    }

    double toRowY(double x, double y) {
        return rowY + cos * (y - pageY) - sin * (x - pageX);
    }

    /** Turns a row's ink onto the page. */
    void lay(Plane row, Plane page) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 4; corner++) {
            double x = corner % 2 == 0 ? 0 : row.width;
            double y = corner < 2 ? 0 : row.height;
            left = Math.min(left, toPageX(x, y));
            right = Math.max(right, toPageX(x, y));
            top = Math.min(top, toPageY(x, y));
            bottom = Math.max(bottom, toPageY(x, y));
        }
        for (int y = (int) Math.max(0, top); y < Math.min(page.height, bottom); y++) {
            for (int x = (int) Math.max(0, left); x < Math.min(page.width, right); x++) {
                double column = toRowX(x, y);
                double line = toRowY(x, y);
                if (column < -1 || line < -1 || column > row.width || line > row.height) {
                    continue;
                }
                int index = y * page.width + x;
                page.values[index] = Math.max(page.values[index], row.between(column, line));
            }
        }
    }
}
