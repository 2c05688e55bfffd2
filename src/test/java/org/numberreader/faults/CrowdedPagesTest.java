package org.numberreader.faults;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.numberreader.Defaults;
import org.numberreader.DrawnNumbers;
import org.numberreader.Encoded;
import org.numberreader.decoding.Expectation;
import org.numberreader.image.Polarity;
import org.numberreader.recognition.DigitModel;

/** Pages with thousands of marks hold a reader for seconds, not for minutes. */
@Tag("load")
class CrowdedPagesTest {
    private static DigitModel model;

    @BeforeAll
    static void load() {
        model = Defaults.model();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    /** 60 lines of 60 signs, a tenth of them digits. */
    @Test
    void aPageOfSmallWriting() {
        var random = new Random(1);
        readsInTime(page(2480, 3508, pen -> {
            for (int y = 60; y < 3440; y += 56) {
                for (int x = 80; x < 2400; x += 38) {
                    if (random.nextInt(10) == 0) {
                        DrawnNumbers.plain(pen, random.nextInt(10), x, y, 28);
                    } else {
                        pen.drawPolyline(
                                new int[] {x, x + random.nextInt(20), x + random.nextInt(20)},
                                new int[] {y + random.nextInt(28), y + random.nextInt(28), y + 28},
                                3);
                    }
                }
            }
        }));
    }

    @Test
    void twelveThousandDashes() {
        readsInTime(page(2400, 2400, pen -> {
            for (int y = 10; y < 2390; y += 20) {
                for (int x = 10; x < 2380; x += 24) {
                    pen.fillRect(x, y, 14, 3);
                }
            }
        }));
    }

    /** Each could be the bar of a 5 that is above it. */
    @Test
    void fiveThousandStrokesOneAboveTheOther() {
        readsInTime(page(1000, 10_000, pen -> {
            for (int x = 100; x < 1000; x += 360) {
                for (int y = 4; y < 9_990; y += 6) {
                    pen.fillRect(x, y, 200, 2);
                }
            }
        }));
    }

    private static void readsInTime(BufferedImage page) {
        byte[] file = Encoded.png(page);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> Defaults.reader(model).read(Defaults.decoder().decode(file, Polarity.AUTO), Expectation.ANY));
    }

    private static BufferedImage page(int width, int height, Consumer<Graphics2D> drawing) {
        var paper = DrawnNumbers.paper(width, height);
        Graphics2D pen = DrawnNumbers.pen(paper, Color.BLACK);
        drawing.accept(pen);
        pen.dispose();
        return paper;
    }
}
