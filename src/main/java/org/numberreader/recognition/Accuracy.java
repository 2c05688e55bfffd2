package org.numberreader.recognition;

/**
 * How many of a number of pictures were right, with its 95 % interval.
 *
 * @param pictures how many were looked at
 * @param accuracy the right ones' share, 0 to 1
 * @param low the interval's lower end, 0 to 1
 * @param high the interval's upper end, 0 to 1
 */
public record Accuracy(int pictures, double accuracy, double low, double high) {
    private static final double Z = 1.959964;

    /** The share with Wilson's score interval (Wilson, 1927), which holds near 100 % where the normal one does not. */
    public static Accuracy of(int right, int pictures) {
        if (pictures <= 0 || right < 0 || right > pictures) {
            throw new IllegalArgumentException(right + " of " + pictures);
        }
        double share = (double) right / pictures;
        double square = Z * Z / pictures;
        double centre = (share + square / 2) / (1 + square);
        double half = Z / (1 + square) * Math.sqrt(share * (1 - share) / pictures + square / (4.0 * pictures));
        return new Accuracy(pictures, share, Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
