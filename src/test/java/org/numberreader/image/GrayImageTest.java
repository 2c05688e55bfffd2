package org.numberreader.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrayImageTest {
    @Test
    void theMedianOfTheEdgeIsThePaperWhereInkTouchesIt() {
        var pixels = new byte[20 * 10];
        Arrays.fill(pixels, (byte) 200);
        for (int y = 0; y < 10; y++) {
            pixels[y * 20] = 30; // one side is ink
            Arrays.fill(pixels, y * 20 + 5, y * 20 + 15, (byte) (y == 0 || y == 9 ? 200 : 30)); // and so is the middle
        }

        assertThat(new GrayImage(20, 10, pixels).medianOfEdge()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 7", "7, 1", "2, 2"})
    void theSmallestPicturesHaveOneToo(int width, int height) {
        var pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) 77);

        assertThat(new GrayImage(width, height, pixels).medianOfEdge()).isEqualTo(77);
    }
}
