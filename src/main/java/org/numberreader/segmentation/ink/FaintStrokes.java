package org.numberreader.segmentation.ink;

import org.numberreader.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Brings strokes that a light hand, a dry pen or a dull pencil left pale to full ink. A pixel is weighed against the
 * darkest one within half a stroke's width: in a stroke's middle that is itself, at its soft edge the stroke, so edges
 * stay where they are.
 */
public final class FaintStrokes {
    /** Strokes paler than this share of full ink stay paler: they may be a ruled line's, or the other side's. */
    private static final double PALEST = 0.75;

    private FaintStrokes() {}

    /** The same ink with strokes of {@value #PALEST} of full ink and more as dark as it, and paler ones a third darker. */
    public static Ink raised(Ink ink) {
        try (var mats = new Mats()) {
            Mat darkness = mats.of(ink.darkness());
            int side = 2 * (int) Math.round(ink.strokeWidth() / 2) + 1;
            Mat kernel = mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(side, side)));
            Mat darkest = mats.create();
            Imgproc.dilate(darkness, darkest, kernel);
            Core.max(darkest, new Scalar(255 * PALEST), darkest);
            Mat raised = mats.create();
            Core.divide(darkness, darkest, raised, 255);
            return new Ink(Mats.picture(raised), ink.strokeWidth(), ink.scale());
        }
    }
}
