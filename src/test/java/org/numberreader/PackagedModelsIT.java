package org.numberreader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.training.dataset.Dataset;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numberreader.decoding.Expectation;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Picture;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitModel;
import org.numberreader.training.LabelledDigits;
import org.numberreader.training.evaluation.Evaluation;

/** The packaged weights on {@code mnist} of {@link SharedData}: what a card says is what they do. */
@Tag("accuracy")
class PackagedModelsIT {
    /** How many times larger a digit is drawn than MNIST has it. */
    private static final int LARGER = 6;

    private static final int MARGIN = 36;

    /** Of the 10,000 test digits every fourth: a reading of all takes minutes. */
    private static final int EVERY = 4;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"base", "digit"})
    void readsMnistAsItsCardSays(String name) throws IOException {
        var test = LabelledDigits.mnist(SharedData.folder().resolve("mnist"), Dataset.Usage.TEST);
        try (var model = DigitModel.packaged(name)) {
            var found = Evaluation.of(model, test, done -> {}).accuracy();

            // PyTorch gave the card's figure, ONNX Runtime this one: a picture on the edge may fall to the other side.
            assertThat(found.accuracy()).isCloseTo(model.card().test().accuracy(), within(1.5e-4));
        }
    }

    /** What the reader may lose of what the network gets right when it finds the digit itself; untold it refuses the doubtful. */
    @ParameterizedTest(name = "{0} digits")
    @CsvSource({"1, 0.0035", "1-64, 0.006"})
    void readsMnistDrawnLargeAsItsNetworkDoes(String wanted, double mostLost) throws IOException {
        var test = LabelledDigits.mnist(SharedData.folder().resolve("mnist"), Dataset.Usage.TEST);
        try (var model = Defaults.model()) {
            var reader = Defaults.reader(model);
            int read = test.size() / EVERY;
            long right = IntStream.range(0, read)
                    .map(i -> i * EVERY)
                    .parallel()
                    .filter(i -> {
                        var numbers = reader.read(Picture.of(large(test.frame(i))), Expectation.digits(wanted, 0))
                                .numbers();
                        return numbers.size() == 1 && numbers.get(0).value().equals(String.valueOf(test.label(i)));
                    })
                    .count();

            System.out.printf("drawn large, told %s digits: %d of %d right%n", wanted, right, read);
            assertThat((double) right / read)
                    .isGreaterThanOrEqualTo(model.card().test().accuracy() - mostLost);
        }
    }

    /** On white paper, nine tenths as dark and with as soft an edge as enlarging leaves it. */
    private static GrayImage large(DigitFrame frame) {
        var digit = new BufferedImage(DigitFrame.SIDE, DigitFrame.SIDE, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < frame.pixels().length; i++) {
            int darkness = frame.pixels()[i] & 0xff;
            digit.getRaster().setSample(i % DigitFrame.SIDE, i / DigitFrame.SIDE, 0, 255 - darkness * 9 / 10);
        }
        int side = LARGER * DigitFrame.SIDE;
        var paper = DrawnNumbers.paper(side + 2 * MARGIN, side + 2 * MARGIN);
        Graphics2D pen = DrawnNumbers.pen(paper, Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(digit, MARGIN, MARGIN, side, side, null);
        pen.dispose();
        return DrawnNumbers.gray(paper);
    }
}
