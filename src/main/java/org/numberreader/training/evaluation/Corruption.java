package org.numberreader.training.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Random;
import org.numberreader.image.Mats;
import org.numberreader.recognition.DigitFrame;

/**
 * What may happen to a digit on its way to the network, each in five strengths. A digit of a given index is always
 * spoilt in the same way, so that models can be compared picture by picture.
 */
public enum Corruption {
    NOISE("Gaussian noise, its deviation as a share of full ink", 0.08, 0.12, 0.18, 0.26, 0.38),
    BLUR("Gaussian blur, its deviation in pixels", 0.5, 0.9, 1.3, 1.7, 2.1),
    CONTRAST("fainter ink, the share that is left", 0.75, 0.55, 0.4, 0.3, 0.2),
    ROTATION("turned to either side, degrees", 6, 12, 18, 24, 30),
    SCALE("smaller or larger by a share", 0.1, 0.2, 0.3, 0.35, 0.4),
    TRANSLATION("moved in any direction, pixels", 1, 2, 3, 4, 5),
    SHEAR("leant to either side, pixels a pixel of height", 0.1, 0.2, 0.3, 0.4, 0.5),
    LINES("a line of a pixel across the frame, the share of full ink in it", 0.2, 0.4, 0.6, 0.8, 1),
    OCCLUSION("a square of paper within the middle 20 pixels, its side in pixels", 3, 4, 5, 6, 7),
    LOW_RESOLUTION("shrunk and enlarged again, pixels a side between", 20, 16, 12, 10, 8);

    /** How many strengths each has; the first is 1. */
    public static final int STRENGTHS = 5;

    private final String meaning;
    private final double[] amounts;

    Corruption(String meaning, double... amounts) {
        this.meaning = meaning;
        this.amounts = amounts;
    }

    /** Its name for people and in JSON. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What is done, and what the amount counts. */
    public String meaning() {
        return meaning;
    }

    /** How much of it a strength of 1 to {@value #STRENGTHS} is. */
    public double amount(int strength) {
        return amounts[strength - 1];
    }

    /**
     * A spoilt copy of a frame.
     *
     * @param strength 1 to {@value #STRENGTHS}
     * @param index of the picture, which decides about sides and places
     */
    public DigitFrame of(DigitFrame frame, int strength, int index) {
        // Random's first numbers are alike for seeds close together: spread them.
        long seed = (((long) ordinal() * STRENGTHS + strength) * 1_000_003L + index) * 0x9E3779B97F4A7C15L;
        try (var mats = new Mats()) {
            var spoilt = mats.of(frame.image());
            FrameChanges.apply(this, spoilt, amount(strength), new Random(seed));
            return DigitFrame.ofPixels(Mats.picture(spoilt).pixels());
        }
    }
}
