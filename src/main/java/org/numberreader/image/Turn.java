package org.numberreader.image;

/** A turn by quarters, clockwise. */
public enum Turn {
    NONE(0),
    QUARTER(90),
    HALF(180),
    THREE_QUARTERS(270);

    private final int degrees;

    Turn(int degrees) {
        this.degrees = degrees;
    }

    /** Clockwise. */
    public int degrees() {
        return degrees;
    }

    /** The same picture, turned. */
    public Picture of(Picture picture) {
        boolean swapped = this == QUARTER || this == THREE_QUARTERS;
        return new Picture(
                of(picture.gray()),
                swapped ? picture.height() : picture.width(),
                swapped ? picture.width() : picture.height());
    }

    private GrayImage of(GrayImage picture) {
        int width = picture.width();
        int height = picture.height();
        byte[] from = picture.pixels();
        var turned = new byte[from.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int to =
                        switch (this) {
                            case NONE -> y * width + x;
                            case QUARTER -> x * height + height - 1 - y;
                            case HALF -> (height - 1 - y) * width + width - 1 - x;
                            case THREE_QUARTERS -> (width - 1 - x) * height + y;
                        };
                turned[to] = from[y * width + x];
            }
        }
        boolean swapped = this == QUARTER || this == THREE_QUARTERS;
        return swapped ? new GrayImage(height, width, turned) : new GrayImage(width, height, turned);
    }
}
