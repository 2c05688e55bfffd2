package org.numberreader.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TurnTest {
    private static final Picture PICTURE = new Picture(new GrayImage(3, 2, new byte[] {1, 2, 3, 4, 5, 6}), 30, 20);

    @Test
    void aQuarterBringsTheLeftColumnToTheTop() {
        var turned = Turn.QUARTER.of(PICTURE);
        assertThat(turned.gray().pixels()).containsExactly(4, 1, 5, 2, 6, 3);
        assertThat(turned.gray().width()).isEqualTo(2);
        assertThat(turned.width()).isEqualTo(20);
        assertThat(turned.height()).isEqualTo(30);
    }

    @Test
    void aHalfBringsTheLastPixelToTheFront() {
        var turned = Turn.HALF.of(PICTURE);
        assertThat(turned.gray().pixels()).containsExactly(6, 5, 4, 3, 2, 1);
        assertThat(turned.width()).isEqualTo(30);
    }

    @Test
    void threeQuartersBringTheRightColumnToTheTop() {
        assertThat(Turn.THREE_QUARTERS.of(PICTURE).gray().pixels()).containsExactly(3, 6, 2, 5, 1, 4);
    }

    @Test
    void aTurnIsToldInDegreesOrLeftOpen() {
        assertThat(Turn.parse("270")).isEqualTo(Turn.THREE_QUARTERS);
        assertThat(Turn.parse("auto")).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> Turn.parse("45"));
        assertThat(Turn.of(180)).isEqualTo(Turn.HALF);
        assertThatIllegalArgumentException().isThrownBy(() -> Turn.of(-90));
    }

    @Test
    void turnsThatMakeAWholeLeaveThePictureAsItWas() {
        var whole = Turn.THREE_QUARTERS.of(Turn.QUARTER.of(PICTURE));
        assertThat(whole.gray().pixels()).isEqualTo(PICTURE.gray().pixels());
        assertThat(whole.width()).isEqualTo(PICTURE.width());
        assertThat(Turn.NONE.of(PICTURE).gray().pixels())
                .isEqualTo(PICTURE.gray().pixels());
    }
}
