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

    /** How many pixels a place is to the right of the path; 0 or less to its left. Above and below the box it is straight. */
    public int rightOf(int x, int y) {
        return x - columns[Math.max(0, Math.min(columns.length - 1, y - top))];
    }
}
