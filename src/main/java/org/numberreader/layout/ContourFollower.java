package org.numberreader.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Point;

/**
 * Follows outer contours as OpenCV's findContours does (Suzuki and Abe, 1985), whose wrapper for Java cannot be used: it
 * releases a matrix that the finalizer may delete meanwhile, which breaks malloc's lists.
 */
final class ContourFollower {
    /** The eight neighbours of a pixel, from the right one against the clock. */
    private static final int[] ACROSS = {1, 1, 0, -1, -1, -1, 0, 1};

    private static final int[] DOWN = {0, -1, -1, -1, 0, 1, 1, 1};
    private static final int LEFT = 4;

    private final GrayImage mask;
    private final BitSet followed;

    private ContourFollower(GrayImage mask) {
        this.mask = mask;
        this.followed = new BitSet(mask.width() * mask.height());
    }

    /**
     * The corners of the contour that has most of them.
     *
     * @param mask not 0 inside
     * @return empty where all is 0
     */
    static List<Point> longest(GrayImage mask) {
        var follower = new ContourFollower(mask);
        List<Point> longest = List.of();
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (follower.isInside(x, y) && !follower.followed.get(y * mask.width() + x)) {
                    follower.mark(x, y);
                    var corners = follower.corners(x, y);
                    longest = corners.size() > longest.size() ? corners : longest;
                }
            }
        }
        return longest;
    }

    /** Marks all that is connected to a pixel, over corners too. */
    private void mark(int startX, int startY) {
        int width = mask.width();
        int[] open = new int[64];
        int size = 0;
        open[size++] = startY * width + startX;
        followed.set(open[0]);
        while (size > 0) {
            int at = open[--size];
            for (int direction = 0; direction < ACROSS.length; direction++) {
                int x = at % width + ACROSS[direction];
                int y = at / width + DOWN[direction];
                if (isInside(x, y) && !followed.get(y * width + x)) {
                    followed.set(y * width + x);
                    open = size == open.length ? Arrays.copyOf(open, 2 * size) : open;
                    open[size++] = y * width + x;
                }
            }
        }
    }

    /** The contour from its first pixel in reading order; places where it goes straight on are left out. */
    private List<Point> corners(int startX, int startY) {
        int first = LEFT;
        do {
            first = (first - 1) & 7;
        } while (first != LEFT && !isInside(startX + ACROSS[first], startY + DOWN[first]));
        if (first == LEFT) {
            return List.of(new Point(startX, startY));
        }
        var corners = new ArrayList<Point>();
        int endX = startX + ACROSS[first];
        int endY = startY + DOWN[first];
        int x = startX;
        int y = startY;
        int towards = first;
        int before = first ^ 4;
        while (true) {
            do {
                towards = (towards + 1) & 7;
            } while (!isInside(x + ACROSS[towards], y + DOWN[towards]));
            if (towards != before) {
                corners.add(new Point(x, y));
                before = towards;
            }
            int nextX = x + ACROSS[towards];
            int nextY = y + DOWN[towards];
            if (nextX == startX && nextY == startY && x == endX && y == endY) {
                return corners;
            }
            x = nextX;
            y = nextY;
            towards = (towards + 4) & 7;
        }
    }

    private boolean isInside(int x, int y) {
        return x >= 0 && y >= 0 && x < mask.width() && y < mask.height() && mask.pixels()[y * mask.width() + x] != 0;
    }
}
