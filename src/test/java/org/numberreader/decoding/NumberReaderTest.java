package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.Defaults;
import org.numberreader.DrawnNumbers;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Picture;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitScores;

/** The reader with plain digits and a classifier whose doubts are scripted. */
class NumberReaderTest {
    private static final int TALL = 60;

    private final TemplateClassifier classifier = new TemplateClassifier();
    private final BufferedImage paper = DrawnNumbers.paper(900, 420);

    @Test
    void keepsLeadingZeros() {
        write("0070", 60, 60);

        assertThat(values(read(Expectation.ANY))).containsExactly("0070");
    }

    @Test
    void readsLinesFromTopToBottom() {
        write("58", 300, 40);
        write("23", 60, 160);
        write("96", 180, 290);

        var reading = read(Expectation.ANY);

        assertThat(values(reading)).containsExactly("58", "23", "96");
        assertThat(reading.lines()).hasSize(3);
    }

    @Test
    void partsNumbersAtWideGaps() {
        write("23", 60, 60);
        write("58", 420, 60);

        var reading = read(Expectation.ANY);

        assertThat(values(reading)).containsExactly("23", "58");
        assertThat(reading.lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4", "2-3", "5-8"})
    void givesOnlyNumbersOfTheWantedLength(String digits) {
        write("235", 40, 60);
        write("8062", 420, 60);
        var expected = Expectation.digits(digits, 3);

        for (var number : read(expected).numbers()) {
            assertThat(number.value().length()).isBetween(expected.fewest(), expected.most());
            assertThat(number.digits()).hasSize(number.value().length());
            assertThat(number.alternatives())
                    .allSatisfy(
                            other -> assertThat(other.value().length()).isBetween(expected.fewest(), expected.most()));
        }
    }

    @Test
    void readsTheWholeNumberWhereItsLengthIsWanted() {
        write("2358", 60, 60);

        assertThat(values(read(Expectation.digits("4", 3)))).containsExactly("2358");
        assertThat(values(read(Expectation.digits("2-8", 3)))).containsExactly("2358");
    }

    @ParameterizedTest
    @CsvSource({"0.01, 1-64, false", "0.5, 1-64, true", "0.01, 2, true"})
    void cutsAWideMarkOnlyWhereItMayBeNoSingleDigit(float notADigit, String wanted, boolean cut) {
        Graphics2D pen = DrawnNumbers.pen(paper, Color.BLACK);
        pen.scale(1.8, 1);
        DrawnNumbers.plain(pen, 0, 60, 60, TALL);
        pen.dispose();
        var digits = new float[10];
        digits[0] = 1 - notADigit;
        var reader = Defaults.reader(frames -> Collections.nCopies(frames.size(), new DigitScores(digits, notADigit)));

        var line = reader.explain(Picture.of(gray()), Expectation.digits(wanted, 3))
                .lines()
                .get(0);

        assertThat(line.pieces().size() > 1).isEqualTo(cut);
        assertThat(line.candidates().stream().anyMatch(one -> one.kind() == Explanation.Kind.CUT))
                .isEqualTo(cut);
    }

    @Test
    void readsNothingWhereThereAreTooFewDigits() {
        write("23", 60, 60);

        assertThat(read(Expectation.digits("3", 3)).numbers()).isEmpty();
    }

    @Test
    void takesAllInkForOneDigitWhereOneIsWanted() {
        write("5", 60, 60);

        var reading = read(Expectation.digits("1", 3));

        assertThat(values(reading)).containsExactly("5");
        assertThat(reading.numbers().get(0).digits()).hasSize(1);
    }

    @Test
    void readsNoNumbersWhereThereAreNone() {
        var reading = read(Expectation.ANY);

        assertThat(reading.lines()).isEmpty();
        assertThat(reading.numbers()).isEmpty();
        assertThat(read(Expectation.digits("1", 3)).numbers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2358", "8235"})
    void aMarkLeftOutBesideANumberMakesItDoubtful(String written) {
        write(written, 60, 60);
        classifier.hardly(8, 0.002);

        var number = read(Expectation.ANY).numbers().get(0);

        assertThat(number.value()).isEqualTo("235");
        assertThat(number.certain()).isFalse();
        assertThat(number.alternatives())
                .extracting(ReadNumber.Alternative::value)
                .contains(written);
    }

    @Test
    void aMarkLeftOutBehindAWideGapDoesNot() {
        write("235", 60, 60);
        write("8", 500, 60);
        classifier.hardly(8, 0.002);

        var number = read(Expectation.ANY).numbers().get(0);

        assertThat(number.value()).isEqualTo("235");
        assertThat(number.certain()).isTrue();
    }

    /** 8 stands for a letter: it is hardly a digit. */
    @ParameterizedTest
    @CsvSource({"82838,", "88283,", "828,", "28823, 223", "23588, 235", "82, 2", "28, 2", "8235, 235"})
    void aWordIsNoNumber(String written, @Nullable String read) {
        write(written, 60, 60, 0.85);
        classifier.hardly(8, 0.0005);

        assertThat(values(read(Expectation.ANY))).isEqualTo(read == null ? List.of() : List.of(read));
    }

    @Test
    void aNumberBesideAWordIsRead() {
        write("88888", 40, 60, 0.85);
        write("23", 420, 60, 0.85);
        classifier.hardly(8, 0.0005);

        assertThat(values(read(Expectation.ANY))).containsExactly("23");
    }

    @Test
    void readsNoNumberWhereNoDigitIsLikely() {
        classifier.where(2, Map.of(2, 0.38, 7, 0.08)).where(3, Map.of(3, 0.999));
        write("2", 60, 60);
        write("23", 60, 200);

        // Alone it is less likely than the least, beside a sure one it is not: √(0.38 · 0.999) = 0.62
        assertThat(values(read(Expectation.ANY))).containsExactly("23");
    }

    @Test
    void whatStandsAloneHasToBeLikelier() {
        classifier.where(2, Map.of(2, 0.6));
        write("2", 60, 60);
        write("23", 60, 200);

        assertThat(values(read(Expectation.ANY))).containsExactly("23");
    }

    @Test
    void twoDigitsHaveToBeLikelierThanAllOtherReadingsTogether() {
        classifier.where(2, Map.of(2, 0.4, 7, 0.35, 1, 0.2)).where(3, Map.of(3, 0.999));
        write("23", 60, 60);
        write("233", 60, 200);

        assertThat(values(read(Expectation.ANY))).containsExactly("233");
        assertThat(values(read(Expectation.digits("2", 0)))).contains("23");
    }

    @ParameterizedTest
    @CsvSource({"0.85, ", "0.95, 77"})
    void digitsThatWereAllCutOutOfAMarkHaveToBeLikelierStill(float likely, @Nullable String read) {
        Graphics2D pen = DrawnNumbers.pen(paper, Color.BLACK);
        pen.scale(1.5, 1);
        DrawnNumbers.plain(pen, 0, 60, 60, TALL);
        pen.dispose();
        var reader = Defaults.reader(frames -> frames.stream()
                .map(frame -> isWide(frame) ? new DigitScores(new float[10], 1) : sevenIs(likely))
                .toList());

        assertThat(values(reader.read(Picture.of(gray()), Expectation.ANY)))
                .isEqualTo(read == null ? List.of() : List.of(read));
    }

    private static DigitScores sevenIs(float likely) {
        var digits = new float[10];
        digits[7] = likely;
        return new DigitScores(digits, 1 - likely);
    }

    /** Whether the ink fills the frame's box from side to side. */
    private static boolean isWide(DigitFrame frame) {
        return IntStream.range(0, DigitFrame.SIDE)
                        .filter(x -> IntStream.range(0, DigitFrame.SIDE)
                                .anyMatch(y -> (frame.pixels()[y * DigitFrame.SIDE + x] & 0xff) > 100))
                        .count()
                > 15;
    }

    @Test
    void aNumberOfKnownLengthIsGivenHoweverUnlikely() {
        classifier.where(2, Map.of(2, 0.25));
        write("2", 60, 60);

        assertThat(values(read(Expectation.ANY))).isEmpty();
        assertThat(values(read(Expectation.digits("1", 3)))).containsExactly("2");
    }

    @Test
    void givesTheLikeliestAlternativesFirst() {
        classifier.where(2, Map.of(2, 0.7, 7, 0.2, 1, 0.015)).where(3, Map.of(3, 0.9, 5, 0.08));
        write("23", 60, 60);

        var number = read(Expectation.ANY).numbers().get(0);

        assertThat(number.value()).isEqualTo("23");
        assertThat(number.confidence()).isCloseTo(0.85, within(0.05));
        assertThat(number.alternatives())
                .extracting(ReadNumber.Alternative::value)
                .containsExactly("73", "25", "75");
        assertThat(number.alternatives())
                .extracting(ReadNumber.Alternative::confidence)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        var first = number.digits().get(0);
        assertThat(first.digit()).isEqualTo(2);
        assertThat(first.confidence()).isCloseTo(0.7, within(0.01));
        assertThat(first.alternatives())
                .extracting(ReadDigit.Alternative::digit)
                .startsWith(7, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 10})
    void givesAsManyAlternativesAsAreWanted(int alternatives) {
        classifier.where(2, Map.of(2, 0.7, 7, 0.2, 1, 0.05)).where(3, Map.of(3, 0.9, 5, 0.08));
        write("23", 60, 60);

        var number = read(new Expectation(1, Expectation.LONGEST, alternatives))
                .numbers()
                .get(0);

        assertThat(number.alternatives()).hasSize(alternatives);
        assertThat(number.alternatives())
                .extracting(ReadNumber.Alternative::value)
                .doesNotContain(number.value())
                .doesNotHaveDuplicates();
        assertThat(number.digits())
                .allSatisfy(digit -> assertThat(digit.alternatives()).hasSize(Math.min(9, alternatives)));
    }

    @Test
    void sharesNoMoreThanCertaintyAmongANumbersReadings() {
        classifier.where(0, Map.of(0, 0.5, 6, 0.5)).where(8, Map.of(8, 0.4, 3, 0.35, 9, 0.2));
        write("08800", 60, 60);

        for (var number : read(new Expectation(1, Expectation.LONGEST, 10)).numbers()) {
            double sum = number.confidence()
                    + number.alternatives().stream()
                            .mapToDouble(ReadNumber.Alternative::confidence)
                            .sum();
            assertThat(sum).isBetween(0.0, 1.0 + 1e-6);
        }
    }

    @Test
    void callsOnlySureNumbersCertain() {
        classifier.where(2, Map.of(2, 0.75, 7, 0.25)).where(3, Map.of(3, 0.999));
        write("33", 60, 40);
        write("22", 60, 200);

        assertThat(read(Expectation.ANY).numbers())
                .extracting(ReadNumber::certain)
                .containsExactly(true, false);
    }

    @Test
    void givesBoxesInThePixelsOfTheUpload() {
        write("58", 200, 100);
        var gray = gray();

        var number = reader().read(new Picture(gray, 2 * gray.width(), 2 * gray.height()), Expectation.ANY)
                .numbers()
                .get(0);

        var five = number.digits().get(0);
        assertThat(five.box().x()).isCloseTo(400, within(16));
        assertThat(five.box().y()).isCloseTo(200, within(16));
        assertThat(five.box().height()).isCloseTo(2 * TALL, within(24));
        assertThat(number.box())
                .isEqualTo(five.box().union(number.digits().get(1).box()));
        assertThat(five.contour()).isNotEmpty().allSatisfy(point -> {
            assertThat(point.x()).isBetween(five.box().x() - 4, five.box().right() + 4);
            assertThat(point.y()).isBetween(five.box().y() - 4, five.box().bottom() + 4);
        });
    }

    @Test
    void givesTheLinesBoxInThePixelsOfTheUpload() {
        write("58", 200, 100);
        var gray = gray();

        Box once =
                reader().read(Picture.of(gray), Expectation.ANY).lines().get(0).box();
        Box twice = reader().read(new Picture(gray, 2 * gray.width(), 2 * gray.height()), Expectation.ANY)
                .lines()
                .get(0)
                .box();

        assertThat(twice).isEqualTo(once.scaled(2));
    }

    @Test
    void explainsWhatItReads() {
        write("58", 60, 60);
        write("23", 60, 200);
        var picture = Picture.of(gray());

        var how = reader().explain(picture, Expectation.ANY);

        assertThat(values(how.reading())).isEqualTo(values(read(Expectation.ANY)));
        assertThat(how.gray()).isSameAs(picture.gray());
        assertThat(how.lines())
                .allSatisfy(line -> assertThat(line.candidates())
                        .hasSizeGreaterThanOrEqualTo(line.pieces().size()));
        assertThat(how.lines().stream().map(NumberReaderTest::chosen)).containsExactly("58", "23");
    }

    @Test
    void explainsAlsoWhatIsNotRead() {
        write("23", 60, 60);

        var how = reader().explain(Picture.of(gray()), Expectation.digits("3", 3));

        assertThat(how.reading().lines()).isEmpty();
        assertThat(how.lines()).hasSize(1);
        assertThat(chosen(how.lines().get(0))).isEmpty();
    }

    private static String chosen(Explanation.Line line) {
        return line.candidates().stream()
                .filter(candidate -> candidate.chosen() != null)
                .map(candidate -> String.valueOf(candidate.chosen()))
                .collect(Collectors.joining());
    }

    private void write(String digits, int left, int top) {
        write(digits, left, top, 1.1);
    }

    private void write(String digits, int left, int top, double pitch) {
        Graphics2D pen = DrawnNumbers.pen(paper, Color.BLACK);
        for (int i = 0; i < digits.length(); i++) {
            DrawnNumbers.plain(pen, digits.charAt(i) - '0', left + i * TALL * pitch, top, TALL);
        }
        pen.dispose();
    }

    private NumberReader reader() {
        return Defaults.reader(classifier);
    }

    private Reading read(Expectation expected) {
        return reader().read(Picture.of(gray()), expected);
    }

    private GrayImage gray() {
        return DrawnNumbers.gray(paper);
    }

    private static List<String> values(Reading reading) {
        return reading.numbers().stream().map(ReadNumber::value).toList();
    }
}
