package org.numberreader.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.numberreader.image.GrayImage;

class RectifiedLineTest {
    private static final double ANGLE = Math.toRadians(15);

    /** A dark bar 150 pixels long and 20 high, around the middle of a light picture. */
    private final GrayImage picture = bar();

    private final TextLine line =
            new TextLine(150 - 75 * Math.cos(ANGLE), 100 - 75 * Math.sin(ANGLE), 150, ANGLE, 20, 1);

    @Test
    void turnsATiltedBarUpright() {
        var cut = RectifiedLine.cut(picture, line.extended(10, 10), 40, 2);

        assertThat(cut.scale()).isEqualTo(1);
        assertThat(cut.image().height()).isEqualTo(40);
        assertThat(cut.image().width()).isEqualTo(170);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 170; x++) {
                boolean inside = y > 11 && y < 28 && x > 11 && x < 158;
                boolean outside = y < 8 || y > 31 || x < 8 || x > 161;
                if (inside) {
                    assertThat(cut.image().at(x, y)).as("%d, %d", x, y).isLessThan(40);
                } else if (outside) {
                    assertThat(cut.image().at(x, y)).as("%d, %d", x, y).isGreaterThan(200);
                }
            }
        }
    }

    @Test
    void aBoxLeadsBackToThePicture() {
        var cut = RectifiedLine.cut(picture, line.extended(10, 10), 80, 2);

        var box = cut.box(20, 20, 320, 60);

        assertThat(cut.scale()).isEqualTo(2);
        assertThat(box.x() + box.width() / 2.0).isCloseTo(150, within(1.5));
        assertThat(box.y() + box.height() / 2.0).isCloseTo(100, within(1.5));
        assertThat(box.width()).isCloseTo((int) (150 * Math.cos(ANGLE)), within(3));
        assertThat(box.height()).isCloseTo((int) (150 * Math.sin(ANGLE)), within(3));
    }

    @Test
    void saysWhichOfItsPixelsAreInThePicture() {
        var level = new TextLine(-30, 100, 400, 0, 20, 1);

        assertThat(RectifiedLine.cut(picture, level, 40, 2).inside(picture)).containsExactly(30, 330);
        assertThat(RectifiedLine.cut(picture, level, 80, 2).inside(picture)).containsExactly(60, 660);
    }

    @Test
    void saysItOfATiltedLineThatLeavesThePictureBelow() {
        var steep = new TextLine(100, 150, 200, Math.toRadians(30), 20, 1);

        double[] inside = RectifiedLine.cut(picture, steep, 40, 2).inside(picture);

        assertThat(inside[0]).isZero();
        assertThat(inside[1]).isCloseTo(100, within(0.01)); // 50 pixels down to the edge
    }

    @Test
    void aLargeLineIsAveraged() {
        // Every other column is dark: taken apart, they would come out black or white.
        var pixels = new byte[400 * 200];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % 2 == 0 ? 0 : 200);
        }

        var cut = RectifiedLine.cut(new GrayImage(400, 200, pixels), new TextLine(20, 100, 360, 0, 160, 1), 40, 1.2);

        for (int x = 2; x < cut.image().width() - 2; x++) {
            assertThat(cut.image().at(x, 20)).isBetween(70, 130);
        }
    }

    @Test
    void beyondThePictureThereIsPaper() {
        var white = new byte[100 * 50];
        Arrays.fill(white, (byte) 250);

        var cut = RectifiedLine.cut(
                new GrayImage(100, 50, white), new TextLine(0, 5, 90, 0, 30, 1).extended(30, 30), 40, 2);

        for (byte pixel : cut.image().pixels()) {
            assertThat(pixel & 0xff).isEqualTo(250);
        }
    }

    @Test
    void inkAtThePicturesEdgeDoesNotGoOn() {
        var crop = new byte[60 * 50];
        Arrays.fill(crop, (byte) 250);
        for (int y = 0; y < 50; y++) {
            Arrays.fill(crop, y * 60, y * 60 + 6, (byte) 20); // a 1 that the picture is cut off at
        }

        var cut = RectifiedLine.cut(
                new GrayImage(60, 50, crop), new TextLine(0, 25, 60, 0, 25, 1).extended(30, 30), 50, 2);

        assertThat(cut.image().at(15, 25)).isEqualTo(250);
        assertThat(cut.image().at(33, 25)).isEqualTo(20);
        assertThat(cut.image().at(105, 25)).isEqualTo(250);
    }

    private static GrayImage bar() {
        var pixels = new byte[300 * 200];
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 300; x++) {
                double along = Math.cos(ANGLE) * (x - 150) + Math.sin(ANGLE) * (y - 100);
                double across = Math.cos(ANGLE) * (y - 100) - Math.sin(ANGLE) * (x - 150);
                pixels[y * 300 + x] = (byte) (Math.abs(along) <= 75 && Math.abs(across) <= 10 ? 20 : 220);
            }
        }
        return new GrayImage(300, 200, pixels);
    }
}
