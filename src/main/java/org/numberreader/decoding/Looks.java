package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitScores;
import org.numberreader.segmentation.Glyph;
import org.numberreader.segmentation.Line;

/**
 * What the network saw of a picture's glyphs, and what it said. Each is shown to it once; what it doubts twice more,
 * leaning to either side, and the mean of the three counts.
 */
final class Looks {
    /** What was cut off a mark is no further from what it belongs to, in heights of the line. */
    private static final double CLOSE = 0.2;

    /** What is likelier than this is beyond doubt. */
    private static final float SURE = 0.95f;

    /** How far a doubtful glyph leans, pixels a pixel of height: 8.5 degrees. */
    static final double LEAN = 0.15;

    private final DigitClassifier classifier;
    // A glyph that is counted anew keeps its ink.
    private final Map<GrayImage, Look> looks = new IdentityHashMap<>();

    Looks(DigitClassifier classifier) {
        this.classifier = classifier;
    }

    /** A glyph as the network sees it, and its scores. */
    record Look(DigitFrame frame, DigitScores scores) {}

    /** Shows the network all glyphs of the lines that it has not seen yet, in one batch, and what it doubts in a second. */
    void add(List<Line> lines) {
        var inks = lines.stream()
                .flatMap(line -> line.glyphs().stream())
                .map(Glyph::ink)
                .filter(ink -> !looks.containsKey(ink))
                .toList();
        if (inks.isEmpty()) {
            return;
        }
        var frames = inks.stream().map(DigitFrame::of).toList();
        var scores = scores(frames);
        for (int i = 0; i < inks.size(); i++) {
            looks.put(inks.get(i), new Look(frames.get(i), scores.get(i)));
        }
    }

    private List<DigitScores> scores(List<DigitFrame> frames) {
        var first = classifier.score(frames);
        int[] doubtful = IntStream.range(0, frames.size())
                .filter(i -> first.get(i).highest() < SURE)
                .toArray();
        if (doubtful.length == 0) {
            return first;
        }
        var more = classifier.score(IntStream.of(doubtful)
                .boxed()
                .flatMap(i ->
                        Stream.of(frames.get(i).leaning(LEAN), frames.get(i).leaning(-LEAN)))
                .toList());
        var scores = new ArrayList<>(first);
        for (int i = 0; i < doubtful.length; i++) {
            scores.set(
                    doubtful[i],
                    DigitScores.mean(List.of(first.get(doubtful[i]), more.get(2 * i), more.get(2 * i + 1))));
        }
        return scores;
    }

    /** @param glyph that was added */
    Look of(Glyph glyph) {
        return Objects.requireNonNull(looks.get(glyph.ink()));
    }

    /**
     * The marks of a line that may be no single digit, and those close beside them: what is cut off a mark may belong to
     * the next one.
     *
     * @param plain whose glyphs were added
     */
    BitSet doubted(Line plain) {
        var doubted = new BitSet();
        for (var glyph : plain.glyphs()) {
            if (glyph.whole() && !Lattice.isSurelyOne(of(glyph).scores())) {
                doubted.set(glyph.from(), glyph.to());
                for (int beside : List.of(glyph.from() - 1, glyph.to())) {
                    if (beside >= 0 && beside < plain.pieces().size() && isClose(plain, glyph, beside)) {
                        doubted.set(beside);
                    }
                }
            }
        }
        return doubted;
    }

    private static boolean isClose(Line plain, Glyph glyph, int beside) {
        Box box = glyph.box();
        Box other = plain.pieces().get(beside);
        int gap = Math.max(box.x(), other.x()) - Math.min(box.right(), other.right());
        return gap < CLOSE * plain.height();
    }
}
