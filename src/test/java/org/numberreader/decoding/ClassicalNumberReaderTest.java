package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.numberreader.Defaults;
import org.numberreader.DrawnNumbers;
import org.numberreader.image.Box;
import org.numberreader.image.Picture;
import org.numberreader.recognition.DigitModel;

/** The textbook method on pictures that it is made for: dark, clearly parted digits on clean paper. */
class ClassicalNumberReaderTest {
    private static DigitModel base;

    @BeforeAll
    static void load() {
        base = DigitModel.packaged("base");
    }

    @AfterAll
    static void close() {
        base.close();
    }

    @Test
    void readsNumbersInReadingOrder() {
        assertThat(values(drawn(), Expectation.ANY)).containsExactly("20", "37", "46");
    }

    @Test
    void keepsNumbersOfTheLengthThatTheCallerKnowsOf() {
        var paper = drawn();
        digit(paper, 7, 300, 160, 60);

        assertThat(values(paper, Expectation.ANY)).containsExactly("20", "37", "46", "7");
        assertThat(values(paper, Expectation.digits("2-8", 0))).containsExactly("20", "37", "46");
    }

    @Test
    void readsTheLargestPieceOfInkWhereThePictureIsOneDigit() {
        var paper = drawn();
        digit(paper, 3, 320, 150, 80);

        assertThat(values(paper, Expectation.digits("1", 0))).containsExactly("3");
    }

    @Test
    void aNumbersConfidenceIsTheProductOfItsDigits() {
        var number = read(Picture.of(DrawnNumbers.gray(drawn())), Expectation.ANY)
                .numbers()
                .get(0);

        double product =
                number.digits().stream().mapToDouble(ReadDigit::confidence).reduce(1, (one, other) -> one * other);
        assertThat(number.confidence()).isCloseTo(product, within(1e-9));
        assertThat(number.certain()).isEqualTo(product >= 0.95);
    }

    @Test
    void runnersUpAreNoMoreThanAskedForAndLessLikely() {
        var picture = Picture.of(DrawnNumbers.gray(new DrawnNumbers(3).number("1795", 60)));

        assertThat(read(picture, new Expectation(1, 64, 2)).numbers())
                .isNotEmpty()
                .allSatisfy(number -> {
                    assertThat(number.alternatives())
                            .hasSizeLessThanOrEqualTo(2)
                            .allSatisfy(other -> {
                                assertThat(other.value())
                                        .hasSameSizeAs(number.value())
                                        .isNotEqualTo(number.value());
                                assertThat(other.confidence()).isLessThanOrEqualTo(number.confidence());
                            });
                });
        assertThat(read(picture, new Expectation(1, 64, 0)).numbers())
                .allSatisfy(number -> assertThat(number.alternatives()).isEmpty());
    }

    @Test
    void boxesAndOutlinesAreInPixelsOfTheUpload() {
        var gray = DrawnNumbers.gray(DrawnNumbers.plain(2, 60));
        var picture = new Picture(gray, 2 * gray.width(), 2 * gray.height());

        var digit = read(picture, Expectation.ANY).numbers().get(0).digits().get(0);

        Box box = digit.box();
        assertThat(box.y()).isCloseTo(54, within(6));
        assertThat(box.height()).isCloseTo(132, within(8));
        assertThat(digit.contour()).isNotEmpty().allSatisfy(point -> {
            assertThat(point.x()).isBetween(box.x(), box.right());
            assertThat(point.y()).isBetween(box.y(), box.bottom());
        });
    }

    @Test
    void readsNothingOnBlankPaper() {
        var blank = DrawnNumbers.paper(300, 200);

        assertThat(values(blank, Expectation.ANY)).isEmpty();
        assertThat(values(blank, Expectation.digits("1", 0))).isEmpty();
    }

    /** Two numbers beside each other, and one below them. */
    private static BufferedImage drawn() {
        var paper = DrawnNumbers.paper(460, 260);
        digit(paper, 2, 30, 40, 60);
        digit(paper, 0, 90, 40, 60);
        digit(paper, 3, 300, 40, 60);
        digit(paper, 7, 360, 40, 60);
        digit(paper, 4, 30, 160, 60);
        digit(paper, 6, 100, 160, 60);
        return paper;
    }

    private static void digit(BufferedImage paper, int digit, double x, double y, double height) {
        var pen = DrawnNumbers.pen(paper, Color.BLACK);
        DrawnNumbers.plain(pen, digit, x, y, height);
        pen.dispose();
    }

    private static List<String> values(BufferedImage paper, Expectation expected) {
        return read(Picture.of(DrawnNumbers.gray(paper)), expected).numbers().stream()
                .map(ReadNumber::value)
                .toList();
    }

    private static Reading read(Picture picture, Expectation expected) {
        return Defaults.classicalReader(base).read(picture, expected);
    }
}
