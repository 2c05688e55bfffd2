package org.numberreader.image;

/** What a network says of each place of a picture: several channels of floats, channel after channel, row after row. */
public final class Raster {
    private final int channels;
    private final int width;
    private final int height;
    private final float[] values;

    /**
     * @param values {@code channels * height * width} of them, taken over without a copy
     * @throws IllegalArgumentException if they are not so many
     */
    public Raster(int channels, int height, int width, float[] values) {
        if (values.length != channels * height * width) {
            throw new IllegalArgumentException(channels + " x " + height + " x " + width + " is not " + values.length);
        }
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.values = values;
    }

    /** How many values a place has. */
    public int channels() {
        return channels;
    }

    /** Places from left to right. */
    public int width() {
        return width;
    }

    /** Places from top to bottom. */
    public int height() {
        return height;
    }

    /** One value. */
    public float at(int channel, int x, int y) {
        return values[(channel * height + y) * width + x];
    }
}
