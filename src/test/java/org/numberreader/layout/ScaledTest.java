package org.numberreader.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numberreader.image.GrayImage;

class ScaledTest {
    private final GrayImage stripes = stripes();

    @Test
    void averagesWhatItShrinks() {
        var third = Scaled.by(stripes, 0.3);

        assertThat(third.width()).isEqualTo(30);
        assertThat(third.height()).isEqualTo(18);
        for (int x = 1; x < 29; x++) {
            assertThat(third.at(x, 9)).isBetween(60, 140);
        }
    }

    @Test
    void enlarges() {
        assertThat(Scaled.by(stripes, 2).width()).isEqualTo(200);
    }

    @Test
    void keepsAPictureOfTheRightSize() {
        assertThat(Scaled.by(stripes, 1)).isSameAs(stripes);
    }

    @Test
    void isNeverSmallerThanTheNetworkTakes() {
        assertThat(Scaled.by(stripes, 0.01).height()).isEqualTo(8);
    }

    private static GrayImage stripes() {
        var pixels = new byte[100 * 60];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % 2 == 0 ? 0 : 200);
        }
        return new GrayImage(100, 60, pixels);
    }
}
