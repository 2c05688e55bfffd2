package org.numberreader.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** Strokes of one colour on paper of another. */
class ColourContrastTest {
    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({"e07a1e, 8e8e8e", "c02828, 5a8cbe", "2060c0, b04a48", "30a040, b07a30", "f0e040, ffffff"})
    void partsInkFromPaperThatLumaDoesNot(String ink, String paper) {
        try (var mats = new Mats()) {
            Mat colour = drawn(mats, ink, paper);
            Mat luma = mats.create();
            Imgproc.cvtColor(colour, luma, Imgproc.COLOR_BGR2GRAY);
            assertThat(contrast(luma)).isLessThan(50);

            assertThat(contrast(ColourContrast.gray(mats, colour))).isGreaterThan(60);
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({"202020, f0f0f0", "203090, f4f2ea", "b02020, fafafa", "e0e0e0, 202820", "107030, f0f0e0"})
    void isLumaWhereThatPartsThem(String ink, String paper) {
        try (var mats = new Mats()) {
            Mat colour = drawn(mats, ink, paper);
            Mat luma = mats.create();
            Imgproc.cvtColor(colour, luma, Imgproc.COLOR_BGR2GRAY);

            assertThat(Mats.picture(ColourContrast.gray(mats, colour)).pixels())
                    .isEqualTo(Mats.picture(luma).pixels());
        }
    }

    @Test
    void keepsWhatIsDarkerDarker() {
        try (var mats = new Mats()) {
            Mat gray = ColourContrast.gray(mats, drawn(mats, "c02828", "5a8cbe"));

            assertThat(gray.get(60, 90)[0]).isLessThan(gray.get(10, 10)[0]);
        }
    }

    @Test
    void leavesBlankPaperAsItIs() {
        try (var mats = new Mats()) {
            Mat gray = ColourContrast.gray(mats, drawn(mats, "8090a0", "8090a0"));

            assertThat(gray.get(5, 5)[0]).isCloseTo(0x80 * 0.299 + 0x90 * 0.587 + 0xa0 * 0.114, within(1.0));
        }
    }

    /** A bar from the middle of the left to the right, at (90, 60). */
    private static Mat drawn(Mats mats, String ink, String paper) {
        Mat colour = mats.own(new Mat(120, 300, CvType.CV_8UC3, scalar(paper)));
        Imgproc.line(colour, new Point(40, 60), new Point(260, 60), scalar(ink), 6);
        Imgproc.line(colour, new Point(150, 20), new Point(130, 100), scalar(ink), 6);
        return colour;
    }

    private static Scalar scalar(String rgb) {
        int value = Integer.parseInt(rgb, 16);
        return new Scalar(value & 0xff, value >> 8 & 0xff, value >> 16);
    }

    private static double contrast(Mat gray) {
        return Math.abs(gray.get(60, 90)[0] - gray.get(10, 10)[0]);
    }
}
