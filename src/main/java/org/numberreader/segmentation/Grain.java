package org.numberreader.segmentation;

import java.util.Arrays;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * The darkness that paper reaches by its own grain, tile by tile: noise weighs more in the shade, where there is less
 * light to divide by. Within a tile most pixels are paper, so that its median and lower quartile know nothing of ink.
 */
final class Grain {
    /** Pixels of a tile's side: several digits of a line across the reduced picture, so never mostly ink. */
    private static final int TILE = 96;

    /** Grain of normal distribution stays below so many of its deviations even in millions of pixels. */
    private static final double DEVIATIONS = 6;

    /** The upper quartile of a normal distribution, in deviations. */
    private static final double QUARTILE = 0.6745;

    private Grain() {}

    /**
     * The darkness from which a pixel is more than grain, one 8-bit value a tile.
     *
     * @param darkness as {@link Paper#darkness}, reduced
     * @param faintest the least darkness of ink above the paper's, 0 to 255
     */
    static Mat floors(Mats mats, Mat darkness, double faintest) {
        GrayImage picture = Mats.picture(darkness);
        int columns = Math.max(1, picture.width() / TILE);
        int rows = Math.max(1, picture.height() / TILE);
        var floors = new byte[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int[] histogram = histogram(picture, column, columns, row, rows);
                int paper = quantile(histogram, 0.5);
                double deviation = (paper - quantile(histogram, 0.25) + 0.5) / QUARTILE;
                double floor = paper + Math.max(faintest, DEVIATIONS * deviation);
                floors[row * columns + column] = (byte) Math.min(255, Math.round(floor));
            }
        }
        Mat map = mats.own(new Mat(rows, columns, CvType.CV_8UC1));
        map.put(0, 0, floors);
        return map;
    }

    private static int[] histogram(GrayImage picture, int column, int columns, int row, int rows) {
        var histogram = new int[256];
        for (int y = row * picture.height() / rows; y < (row + 1) * picture.height() / rows; y++) {
            for (int x = column * picture.width() / columns; x < (column + 1) * picture.width() / columns; x++) {
                histogram[picture.at(x, y)]++;
            }
        }
        return histogram;
    }

    /** The value that a share of the pixels stays below. */
    static int quantile(int[] histogram, double share) {
        double wanted = share * Arrays.stream(histogram).asLongStream().sum();
        double sum = 0;
        int value = 0;
        while (value < 255 && sum + histogram[value] < wanted) {
            sum += histogram[value++];
        }
        return value;
    }
}
