package org.numberreader.training.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.numberreader.image.GrayImage;
import org.numberreader.layout.LineInk;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.Symbol;
import org.numberreader.training.LabelledDigits;
import org.numberreader.training.LabelledFrame;

/**
 * Frames of what stands on drawn lines, cut out as the reader cuts them: digits, and signs, letters and two digits at once, which
 * are none.
 */
public final class LineGlyphs {
    private static final int NOT_A_DIGIT = 10;

    /** How far a box's edge is off, in pixels: as far as the line recogniser's. */
    private static final double OFF = 1.2;

    /** One pair of neighbours of so many is cut out as one. */
    private static final int PAIRS = 12;

    private final LineScene scene;

    /** @param mnist whose digits are written */
    public LineGlyphs(LabelledDigits mnist) {
        this.scene = new LineScene(mnist);
    }

    /** That many frames; the same seed draws the same. */
    public List<LabelledFrame> of(int count, long seed) {
        var random = new Random(seed);
        var frames = new ArrayList<LabelledFrame>(count);
        while (frames.size() < count) {
            var line = scene.draw(new Random(random.nextLong()));
            var picture = line.inverted() ? Camera.inverted(line.picture()) : line.picture();
            var symbols = line.symbols();
            for (int i = 0; i < symbols.size() && frames.size() < count; i++) {
                var symbol = symbols.get(i);
                if (symbol.symbol() == Symbol.SLASH || symbol.symbol() == Symbol.BORDER) {
                    continue; // a 1 to anyone who sees nothing beside it
                }
                if (i > 0 && random.nextInt(PAIRS) == 0) {
                    var before = symbols.get(i - 1);
                    frames.add(new LabelledFrame(
                            frame(
                                    picture,
                                    before.left(),
                                    Math.min(before.top(), symbol.top()),
                                    symbol.right(),
                                    Math.max(before.bottom(), symbol.bottom()),
                                    random),
                            NOT_A_DIGIT));
                }
                int label = symbol.symbol().isDigit() ? symbol.symbol().ordinal() : NOT_A_DIGIT;
                frames.add(new LabelledFrame(
                        frame(picture, symbol.left(), symbol.top(), symbol.right(), symbol.bottom(), random), label));
            }
        }
        return List.copyOf(frames.subList(0, count));
    }

    private static DigitFrame frame(
            GrayImage picture, double left, double top, double right, double bottom, Random random) {
        return DigitFrame.of(LineInk.of(
                picture,
                left + OFF * random.nextGaussian(),
                top + OFF * random.nextGaussian(),
                right + OFF * random.nextGaussian(),
                bottom + OFF * random.nextGaussian()));
    }
}
