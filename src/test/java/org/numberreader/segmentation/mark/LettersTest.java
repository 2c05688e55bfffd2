package org.numberreader.segmentation.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.numberreader.image.Box;

class LettersTest {
    private static final int DIGITS = 100;
    private static final int BASE = 150;

    private final List<Cluster> marks = new ArrayList<>();
    private final List<Component> small = new ArrayList<>();

    @BeforeEach
    void writeADigit() {
        mark(200, DIGITS);
    }

    @Test
    void aCapitalWithLowLettersIsAWord() {
        mark(0, 45);
        small(30, 30);
        small(60, 30);

        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void lowLettersMayBeHighEnoughForDigits() {
        mark(0, 50);
        mark(30, 36);
        mark(60, 36);

        assertThat(letters()).isEqualTo(3);
    }

    @Test
    void digitsOfASmallNumberAreOfOneHeight() {
        mark(0, 45);
        mark(30, 42);
        mark(60, 44);

        assertThat(letters()).isZero();
    }

    @Test
    void pointsAndDashesAreNoLetters() {
        mark(0, 45);
        small(30, 8);
        small(60, 8);

        assertThat(letters()).isZero();
    }

    @Test
    void oneLowMarkMakesNoWord() {
        mark(0, 45);
        small(30, 30);

        assertThat(letters()).isZero();
    }

    @Test
    void whatStandsApartIsOfNoWord() {
        mark(0, 45);
        small(60, 30);
        small(120, 30);

        assertThat(letters()).isZero();
    }

    @Test
    void whatStandsHigherIsOfNoWord() {
        mark(0, 45);
        small.add(component(new Box(30, BASE - 60, 20, 30)));
        small.add(component(new Box(60, BASE - 60, 20, 30)));

        assertThat(letters()).isZero();
    }

    @Test
    void lettersAsHighAsTheDigitsAreLeftToTheNetwork() {
        mark(0, 100);
        mark(30, 70);
        mark(60, 70);

        assertThat(letters()).isZero();
    }

    /** A number in small writing on a line of its own. */
    @Test
    void whatStandsBesideNoDigitIsLeftToTheNetwork() {
        for (int x = 0; x < 90; x += 30) {
            marks.add(new Cluster(component(new Box(x, BASE + (x > 0 ? 20 : 10), 20, x > 0 ? 30 : 40))));
        }

        assertThat(letters()).isZero();
    }

    private void mark(int x, int height) {
        marks.add(new Cluster(component(new Box(x, BASE - height, 20, height))));
    }

    private void small(int x, int height) {
        small.add(component(new Box(x, BASE - height, 20, height)));
    }

    private static Component component(Box box) {
        return new Component(1, box, box.width() * box.height() / 3);
    }

    private int letters() {
        return Letters.of(marks, small, DIGITS).size();
    }
}
