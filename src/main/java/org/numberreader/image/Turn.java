package org.numberreader.image;

import org.jspecify.annotations.Nullable;

/** A turn by quarters, clockwise. */
public enum Turn {
    NONE(0, 1),
    QUARTER(90, 6),
    HALF(180, 3),
    THREE_QUARTERS(270, 8);

    private final int degrees;
    private final int orientation;

    Turn(int degrees, int orientation) {
        this.degrees = degrees;
        this.orientation = orientation;
    }

    /**
     * The turn by so many degrees.
     *
     * @throws IllegalArgumentException if they are no quarters below a whole turn
     */
    public static Turn of(int degrees) {
        for (var turn : values()) {
            if (turn.degrees == degrees) {
                return turn;
            }
        }
        throw new IllegalArgumentException(degrees + " degrees are no quarter turns");
    }

    /**
     * The turn that a caller asks for.
     *
     * @param text {@code auto}, 0, 90, 180 or 270
     * @return null for {@code auto}
     * @throws IllegalArgumentException if it is none of the five; the message is for the caller
     */
    public static @Nullable Turn parse(String text) {
        for (var turn : values()) {
            if (text.equals(String.valueOf(turn.degrees))) {
                return turn;
            }
        }
        if (text.equals("auto")) {
            return null;
        }
        throw new IllegalArgumentException("must be auto, 0, 90, 180 or 270");
    }

    /** The orientation (EXIF) of a picture that is seen upright after this turn. */
    int orientation() {
        return orientation;
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
                swapped ? picture.width() : picture.height(),
                picture.warnings());
    }

    private GrayImage of(GrayImage picture) {
        int width = picture.width();
        int height = picture.height();
        byte[] from = picture.pixels();
        var turned = new byte[from.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int to = switch (this) {
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
