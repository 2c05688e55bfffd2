package org.numberreader.classical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;

class ContoursTest {
    private final byte[] pixels = new byte[200 * 100];

    @Test
    void findsEachPieceOfInkTheTallestFirst() {
        ink(new Box(10, 20, 8, 40));
        ink(new Box(60, 10, 8, 50));

        assertThat(found()).extracting(Contour::box).containsExactly(new Box(60, 10, 8, 50), new Box(10, 20, 8, 40));
    }

    @Test
    void leavesSpecksOut() {
        ink(new Box(10, 20, 8, 40));
        ink(new Box(60, 40, 15, 15));

        assertThat(found()).extracting(Contour::box).containsExactly(new Box(10, 20, 8, 40));
    }

    @Test
    void takesGrainAloneForNoDigit() {
        ink(new Box(10, 20, 3, 7));

        assertThat(found()).isEmpty();
    }

    /** An upright stroke to the right of an L lies within the L's box. */
    @Test
    void aMaskHasItsOwnInkAlone() {
        ink(new Box(10, 10, 6, 60));
        ink(new Box(10, 64, 60, 6));
        ink(new Box(40, 10, 6, 50));

        var mask = found().get(0).mask();

        assertThat(mask.at(2, 2)).as("its own").isEqualTo(255);
        assertThat(mask.at(32, 10)).as("the stroke's").isZero();
        assertThat(mask.at(20, 10)).as("paper").isZero();
    }

    @Test
    void keepsNoMorePiecesThanItsBound() {
        var stripes = new byte[1_000 * 200];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = (byte) (i % 1_000 % 3 == 0 || i / 1_000 % 10 == 0 ? 0 : 255);
        }

        assertThat(Contours.of(new GrayImage(1_000, 200, stripes))).hasSize(4_096);
    }

    private void ink(Box box) {
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                pixels[y * 200 + x] = (byte) 255;
            }
        }
    }

    private List<Contour> found() {
        return Contours.of(new GrayImage(200, 100, pixels));
    }
}
