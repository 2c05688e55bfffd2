package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Picture;
import org.numberreader.recognition.DigitClassifier;

/** The order of the steps, with networks that say what a test wants. */
class NumberReaderTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 240;

    /** As high as the map says that digits are. */
    private static final int TALL = 60;

    private static final ScriptedMap BAND = new ScriptedMap(0.4, 0.6, TALL / (double) HEIGHT);
    private static final ScriptedMap NOTHING = new ScriptedMap(2, 3, 1);
    private static final DigitClassifier UNDECIDED =
            frames -> frames.stream().map(frame -> ScriptedDigits.undecided()).toList();

    private record Bounds(double certain, double least) implements ReadingConfig {}

    /** What stands for 1, 2, a point and 5. */
    private static final List<Box> INK = List.of(
            new Box(100, 90, 14, TALL),
            new Box(130, 90, 30, TALL),
            new Box(170, 140, 10, 10),
            new Box(190, 90, 30, TALL));

    @Test
    void readsANumberWithItsSigns() {
        var number = only(read(BAND, "12.5", UNDECIDED, Expectation.ANY));

        assertThat(number.text()).isEqualTo("12.5");
        assertThat(number.value()).isEqualTo("125");
        assertThat(number.signs()).singleElement().satisfies(sign -> {
            assertThat(sign.sign()).isEqualTo(".");
            assertThat(sign.before()).isEqualTo(2);
        });
        assertThat(number.certain()).isTrue();
    }

    @Test
    void boxesLieOnTheInk() {
        var number = only(read(BAND, "12.5", UNDECIDED, Expectation.ANY));

        near(number.digits().get(0).box(), INK.get(0));
        near(number.digits().get(1).box(), INK.get(1));
        near(number.signs().get(0).box(), INK.get(2));
        near(number.digits().get(2).box(), INK.get(3));
        near(number.box(), INK.get(0).union(INK.get(3)));
        assertThat(number.digits().get(1).contour()).isNotEmpty().allSatisfy(point -> {
            assertThat(point.x()).isBetween(INK.get(1).x() - 4, INK.get(1).right() + 4);
            assertThat(point.y()).isBetween(INK.get(1).y() - 4, INK.get(1).bottom() + 4);
        });
    }

    @Test
    void boxesAreInThePixelsOfTheUpload() {
        var gray = drawn();

        var number = reader(BAND, "12.5", UNDECIDED)
                .read(new Picture(gray, 2 * WIDTH, 2 * HEIGHT), Expectation.ANY)
                .numbers()
                .get(0);

        var ink = INK.get(1);
        var box = number.digits().get(1).box();
        assertThat(box.x()).isCloseTo(2 * ink.x(), within(8));
        assertThat(box.height()).isCloseTo(2 * ink.height(), within(12));
    }

    @Test
    void theDigitNetworkSeesTheDigitsAlone() {
        DigitClassifier counting = frames -> {
            assertThat(frames)
                    .hasSize(3)
                    .allSatisfy(frame -> assertThat(frame.pixels()).as("ink").contains((byte) 255));
            return UNDECIDED.score(frames);
        };

        assertThat(only(read(BAND, "12.5", counting, Expectation.ANY)).digits()).hasSize(3);
    }

    @Test
    void theDigitNetworkDecidesWhereTheLineRecogniserIsInDoubt() {
        var recognizer = new InkRecognizer("12.5", 0.6, "72.5", 0.35);
        DigitClassifier sevens =
                frames -> frames.stream().map(frame -> ScriptedDigits.sureOf(7)).toList();
        var reader = new NumberReader(BAND, recognizer, sevens, features -> 0.5, new Bounds(0.9, 0));

        assertThat(only(reader.read(Picture.of(drawn()), Expectation.ANY)).value())
                .isEqualTo("725");
    }

    @Test
    void aPictureInWhichTheMapSeesNothingIsOneLine() {
        var tight = new GrayImage(INK.get(3).right(), 80, new byte[INK.get(3).right() * 80]);
        Arrays.fill(tight.pixels(), (byte) 255);
        INK.forEach(ink -> fill(tight, new Box(ink.x() - 60, ink.y() - 80, ink.width(), ink.height())));

        var reading = reader(NOTHING, "12.5", UNDECIDED).read(Picture.of(tight), Expectation.ANY);

        assertThat(only(reading).text()).isEqualTo("12.5");
    }

    @Test
    void readsNothingOnBlankPaper() {
        var blank = new GrayImage(WIDTH, HEIGHT, paper());

        for (var expected : List.of(Expectation.ANY, Expectation.digits("1", 3), Expectation.digits("4", 3))) {
            var reading = reader(NOTHING, "", UNDECIDED).read(Picture.of(blank), expected);

            assertThat(reading.lines()).isEmpty();
            assertThat(reading.unread()).isEmpty();
        }
    }

    @Test
    void ofOneDigitTheLikeliestIsGiven() {
        var number = only(read(BAND, "12.5", UNDECIDED, Expectation.digits("1", 3)));

        assertThat(number.digits()).hasSize(1);
        assertThat(number.value()).isIn("1", "2", "5");
    }

    @Test
    void readsNoSignWhereTheCallerKnowsThatThereAreDigitsOnly() {
        var reading = read(BAND, "12.5", UNDECIDED, Expectation.ANY.with(Signs.DIGITS));

        assertThat(reading.numbers())
                .allSatisfy(number -> assertThat(number.signs()).isEmpty());
        assertThat(reading.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.text()).matches("12 ?5"));
    }

    @Test
    void explainsWhatItReads() {
        var picture = Picture.of(drawn());

        var how = reader(BAND, "12.5", UNDECIDED).explain(picture, Expectation.ANY);

        assertThat(only(how.reading()).text()).isEqualTo("12.5");
        assertThat(how.gray()).isSameAs(picture.gray());
        assertThat(how.numbers().at(how.numbers().width() / 2, how.numbers().height() / 2))
                .isGreaterThan(200);
        assertThat(how.other().at(how.other().width() / 2, how.other().height() / 2))
                .isLessThan(10);
        assertThat(how.lines()).singleElement().satisfies(line -> {
            assertThat(line.image().height()).isEqualTo(40);
            assertThat(line.columns())
                    .extracting(column -> column.candidates().get(0).symbol())
                    .containsExactly("1", "2", ".", "5");
            assertThat(line.columns()).extracting(Explanation.Column::x).isSorted();
            assertThat(line.box().x()).isLessThan(INK.get(0).x());
            assertThat(line.box().right()).isGreaterThan(INK.get(3).right());
        });
        assertThat(how.steps().map()).isPositive();
    }

    @Test
    void explainsALineInWhichNothingIsRead() {
        var how = reader(BAND, "????", UNDECIDED).explain(Picture.of(drawn()), Expectation.ANY);

        assertThat(how.reading().lines()).isEmpty();
        assertThat(how.reading().unread()).extracting(Unread::reason).containsOnly(Unread.Reason.NO_NUMBER);
        assertThat(how.lines()).hasSize(1);
    }

    @Test
    void aLineThatIsSureIsLookedAtOnce() {
        var recognizer = new InkRecognizer("12.5", 0.98, "12.5", 0);

        read(recognizer);

        assertThat(recognizer.widths()).hasSize(1);
    }

    @Test
    void inDoubtALineIsLookedAtInAllCuts() {
        var recognizer = new InkRecognizer("12.5", 0.5, "72.5", 0.45);

        read(recognizer);

        assertThat(recognizer.widths()).hasSize(3);
        assertThat(recognizer.widths().subList(1, 3))
                .as("the closer a cut, the larger")
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    private static void read(InkRecognizer recognizer) {
        new NumberReader(BAND, recognizer, UNDECIDED, features -> 0.97, new Bounds(0.95, 0.02))
                .read(Picture.of(drawn()), Expectation.ANY);
    }

    private static Reading read(MapNetwork map, String written, DigitClassifier classifier, Expectation expected) {
        return reader(map, written, classifier).read(Picture.of(drawn()), expected);
    }

    private static NumberReader reader(MapNetwork map, String written, DigitClassifier classifier) {
        return new NumberReader(
                map,
                new InkRecognizer(written, 0.98, written, 0),
                classifier,
                features -> 0.97,
                new Bounds(0.95, 0.02));
    }

    private static GrayImage drawn() {
        var picture = new GrayImage(WIDTH, HEIGHT, paper());
        INK.forEach(ink -> fill(picture, ink));
        return picture;
    }

    private static byte[] paper() {
        var pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, (byte) 255);
        return pixels;
    }

    private static void fill(GrayImage picture, Box ink) {
        for (int y = ink.y(); y < ink.bottom(); y++) {
            for (int x = ink.x(); x < ink.right(); x++) {
                picture.pixels()[y * picture.width() + x] = 20;
            }
        }
    }

    private static void near(Box found, Box drawn) {
        assertThat(found.x()).isCloseTo(drawn.x(), within(4));
        assertThat(found.y()).isCloseTo(drawn.y(), within(4));
        assertThat(found.right()).isCloseTo(drawn.right(), within(4));
        assertThat(found.bottom()).isCloseTo(drawn.bottom(), within(4));
    }

    private static ReadNumber only(Reading reading) {
        assertThat(reading.numbers()).hasSize(1);
        return reading.numbers().get(0);
    }
}
