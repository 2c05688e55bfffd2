package org.numberreader.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.numberreader.Defaults;
import org.numberreader.DrawnNumbers;

/** What tests of the decoder share: the formats, one decoder, and a picture that tells which way is up. */
final class DecodingFixture {
    static final int WIDTH = 160;
    static final int HEIGHT = 100;

    private static final ImageDecoder DECODER = Defaults.decoder();

    private DecodingFixture() {}

    static List<String> formats() {
        return List.of("jpg", "png", "webp", "bmp");
    }

    static Picture decode(byte[] bytes) {
        return DECODER.decode(bytes, Polarity.AUTO);
    }

    /** Paper with a dark bar in the left upper quarter, which tells which way is up. */
    static BufferedImage marked(int width, int height) {
        var paper = DrawnNumbers.paper(width, height);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(width / 5, height / 5, width / 10, height / 10);
        pen.dispose();
        return paper;
    }

    static void assertMarkedUpright(GrayImage gray) {
        assertThat(gray.at(gray.width() / 4, gray.height() / 4)).as("mark").isLessThan(60);
        assertThat(gray.at(gray.width() * 3 / 4, gray.height() / 4)).as("right").isGreaterThan(200);
        assertThat(gray.at(gray.width() / 4, gray.height() * 3 / 4)).as("below").isGreaterThan(200);
        assertThat(gray.at(gray.width() * 3 / 4, gray.height() * 3 / 4))
                .as("opposite")
                .isGreaterThan(200);
    }
}
