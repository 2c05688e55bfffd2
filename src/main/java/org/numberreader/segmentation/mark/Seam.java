package org.numberreader.segmentation.mark;

/**
 * A path from top to bottom of a box, along which a mark may be cut.
 *
 * @param cost of the ink it passes through and of its bends, in full pixels; one stretch of ink costs less than its length
 * @param column its middle one
 * @param top the box's first row
 * @param columns its column in each row of the box; a pixel there is to the left of it
 */
public record Seam(double cost, int column, int top, int[] columns) {

    /** Whether a pixel is to the right of the path. Above and below the box the path is straight. */
    boolean isLeftOf(int x, int y) {
        return right(x, y) > 0;
    }

    /** How many pixels from the path a pixel is in its row: 1 for the one beside it on either side. */
    public int distance(int x, int y) {
        int right = right(x, y);
        return right > 0 ? right : 1 - right;
    }

    private int right(int x, int y) {
        return x - columns[Math.max(0, Math.min(columns.length - 1, y - top))];
    }
}
