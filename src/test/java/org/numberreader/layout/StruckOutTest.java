package org.numberreader.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numberreader.image.GrayImage;

class StruckOutTest {
    private static final int WIDTH = 70;
    private static final int HEIGHT = 30;

    @ParameterizedTest
    @CsvSource({"15, 15", "13, 18", "20, 12", "12, 21"})
    void aStrokeFromSideToSideStrikesOut(int left, int right) {
        assertThat(isStruckOut(WIDTH, pen -> {
                    digits(pen);
                    pen.drawLine(0, left, WIDTH, right);
                }))
                .isTrue();
    }

    @Test
    void twoStrokesDoSoToo() {
        assertThat(isStruckOut(WIDTH, pen -> {
                    digits(pen);
                    pen.drawLine(0, 13, WIDTH, 14);
                    pen.drawLine(0, 19, WIDTH, 18);
                }))
                .isTrue();
    }

    @Test
    void digitsSideBySideAreNotStruckOut() {
        assertThat(isStruckOut(WIDTH, StruckOutTest::digits)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "28, 28"})
    void aLineAboveOrBelowDoesNotStrikeOut(int left, int right) {
        assertThat(isStruckOut(WIDTH, pen -> {
                    digits(pen);
                    pen.drawLine(0, left, WIDTH, right);
                }))
                .isFalse();
    }

    @Test
    void aStrokeThatEndsHalfWayDoesNot() {
        assertThat(isStruckOut(WIDTH, pen -> {
                    digits(pen);
                    pen.drawLine(0, 15, WIDTH / 2, 15);
                }))
                .isFalse();
    }

    @Test
    void aStrokeAloneIsADash() {
        assertThat(isStruckOut(WIDTH, pen -> pen.drawLine(0, 15, WIDTH, 15))).isFalse();
    }

    /** H has a bar, N and X a diagonal from corner to corner. */
    @Test
    void lettersAreNotStruckOut() {
        assertThat(isStruckOut(20, pen -> {
                    pen.drawLine(2, 2, 2, 28);
                    pen.drawLine(18, 2, 18, 28);
                    pen.drawLine(2, 15, 18, 15);
                }))
                .isFalse();
        assertThat(isStruckOut(HEIGHT, pen -> {
                    pen.drawLine(2, 2, 2, 28);
                    pen.drawLine(28, 2, 28, 28);
                    pen.drawLine(2, 2, 28, 28);
                }))
                .isFalse();
        assertThat(isStruckOut(HEIGHT, pen -> {
                    pen.drawLine(2, 2, 28, 28);
                    pen.drawLine(28, 2, 2, 28);
                }))
                .isFalse();
    }

    /** 0, 7 and 2. */
    private static void digits(Graphics2D pen) {
        pen.drawOval(4, 3, 14, 24);
        pen.drawPolyline(new int[] {26, 42, 32}, new int[] {3, 3, 27}, 3);
        pen.drawPolyline(new int[] {50, 58, 64, 50, 66}, new int[] {8, 3, 9, 27, 27}, 5);
    }

    private static boolean isStruckOut(int width, Consumer<Graphics2D> drawing) {
        var picture = new BufferedImage(width, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke(3));
        drawing.accept(pen);
        pen.dispose();
        return StruckOut.is(new GrayImage(
                width, HEIGHT, ((DataBufferByte) picture.getRaster().getDataBuffer()).getData()));
    }
}
