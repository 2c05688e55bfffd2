package org.numberreader.web.answer;

import java.util.Base64;
import org.numberreader.image.GrayImage;
import org.numberreader.image.PictureWriter;
import org.numberreader.recognition.DigitFrame;

/** Small pictures inside an answer, as PNG data URLs. */
final class DataUrl {
    /** Enough to see the strokes by; noise, which PNG cannot compress, then takes 400 KB as base64. */
    private static final int MOST_PIXELS = 300_000;

    private DataUrl() {}

    static String of(DigitFrame frame) {
        return of(PictureWriter.png(frame.image()));
    }

    /** A grey picture, made smaller where it is large. */
    static String small(GrayImage picture) {
        return of(PictureWriter.png(picture, MOST_PIXELS));
    }

    private static String of(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
