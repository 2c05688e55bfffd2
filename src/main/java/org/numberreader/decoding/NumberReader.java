package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Picture;
import org.numberreader.layout.RectifiedLine;
import org.numberreader.layout.TextLine;
import org.numberreader.recognition.ColumnScores;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitScores;
import org.numberreader.recognition.LineNetwork;
import org.numberreader.recognition.LineRecognizer;
import org.numberreader.recognition.Symbol;

/** Reads every number in a picture: the one place that knows the order of the steps. */
public final class NumberReader implements Reader {
    /** How high a line is cut out, in heights of its digits. */
    static final double EXTENT = 1.6;

    /** How high else, where that leaves doubt: closely, and with room for digits that stray. */
    private static final double[] OTHER_EXTENTS = {1.3, 2.0};

    /** What is cut out beyond a line's ends, in the same: a digit that the map has missed. */
    private static final double BEYOND = 1.2;

    /** How much further a line is cut out that goes on, in the same; twice as much in each round. */
    private static final double FURTHER = 3;

    private static final int ROUNDS = 4;

    /** Of a picture in which no line was found, all is one line: its digits fill it but for a margin. */
    private static final double MARGIN = 1.3;

    /** A symbol less likely than this is not worth an explanation. */
    private static final double NOTABLE = 0.05;

    /** Symbols of a column that are explained. */
    private static final int CANDIDATES = 3;

    private final LineLocator locator;
    private final LineRecognizer recognizer;
    private final DigitClassifier classifier;
    private final NumberComposer composer;

    /**
     * @param map the network of the handwriting map
     * @param confidence of a number from {@link ConfidenceFeatures}
     */
    public NumberReader(
            MapNetwork map,
            LineRecognizer recognizer,
            DigitClassifier classifier,
            Confidence confidence,
            ReadingConfig config) {
        this.locator = new LineLocator(map);
        this.recognizer = recognizer;
        this.classifier = classifier;
        this.composer = new NumberComposer(confidence, config);
    }

    @Override
    public Reading read(Picture picture, Expectation expected) {
        return work(picture, expected).reading;
    }

    /** The same reading, with what its numbers' confidences were computed from. */
    public Evidence evidence(Picture picture, Expectation expected) {
        var work = work(picture, expected);
        return new Evidence(work.reading, work.features);
    }

    /** The same reading, with what the networks saw and said. */
    public Explanation explain(Picture picture, Expectation expected) {
        var work = work(picture, expected);
        var lines = work.lines.stream()
                .map(line -> explained(line.best(), picture.scale()))
                .toList();
        var map = work.located.map();
        return new Explanation(work.reading, picture.gray(), map.numbersImage(), map.otherImage(), lines, work.steps);
    }

    /** A reading and what it was made of. */
    private record Work(
            LineLocator.Located located,
            List<LookedAt> lines,
            Reading reading,
            List<double[]> features,
            Explanation.Steps steps) {}

    private Work work(Picture picture, Expectation expected) {
        long start = System.nanoTime();
        var located = locator.locate(picture.gray());
        long mapped = System.nanoTime();
        var found = textLines(picture.gray(), located.lines());
        long cut = System.nanoTime();
        var signs = expected.signs();
        var lines = followed(picture.gray(), lookedAt(picture.gray(), found, signs), signs).stream()
                .map(line -> line.withDigitsFor(classifier).withStruckOut())
                .toList();
        long recognised = System.nanoTime();
        var texts = Gutters.parted(lines.stream().map(LineText::of).toList()).stream()
                .map(text -> text.heldTo(expected))
                .toList();
        if (expected.isOneDigit()) {
            texts = LineText.likeliest(texts);
        }
        long decoded = System.nanoTime();
        var opinions = opinions(texts);
        long classified = System.nanoTime();
        var composed = composer.compose(texts, opinions, expected, picture.scale());
        long done = System.nanoTime();
        var reading = new Reading(composed.lines(), composed.unread(), (cut - start) / 1e6, (done - cut) / 1e6)
                .withTables(picture);
        var steps = new Explanation.Steps(
                (mapped - start) / 1e6,
                (cut - mapped) / 1e6,
                (recognised - cut) / 1e6,
                (classified - decoded) / 1e6,
                (decoded - recognised + done - classified) / 1e6);
        return new Work(located, lines, reading, composed.features(), steps);
    }

    /** What was found; where there is nothing, all of the picture is one line. */
    static List<TextLine> textLines(GrayImage picture, List<TextLine> found) {
        if (!found.isEmpty()) {
            return found.stream()
                    .map(line -> line.extended(BEYOND * line.height(), BEYOND * line.height()))
                    .toList();
        }
        return List.of(new TextLine(0, picture.height() / 2.0, picture.width(), 0, picture.height() / MARGIN, 0));
    }

    /** The lines in one extent; those in which that leaves doubt in the others too. */
    private List<LookedAt> lookedAt(GrayImage picture, List<TextLine> lines, Signs signs) {
        var looks = looks(picture, cuts(picture, lines, EXTENT), signs);
        var doubtful = IntStream.range(0, lines.size())
                .filter(line -> !looks.get(line).isSure())
                .mapToObj(lines::get)
                .toList();
        var others =
                looks(picture, cuts(picture, doubtful, OTHER_EXTENTS), signs).iterator();
        var looked = new ArrayList<LookedAt>();
        for (var look : looks) {
            var all = new ArrayList<>(List.of(look));
            for (int i = 0; !look.isSure() && i < OTHER_EXTENTS.length; i++) {
                all.add(others.next());
            }
            looked.add(LookedAt.of(all));
        }
        return looked;
    }

    /** All lines in each extent, one line after the other. */
    static List<RectifiedLine> cuts(GrayImage picture, List<TextLine> lines, double... extents) {
        var cuts = new ArrayList<RectifiedLine>();
        for (var line : lines) {
            for (double extent : extents) {
                cuts.add(RectifiedLine.cut(picture, line, LineNetwork.HEIGHT, extent));
            }
        }
        return cuts;
    }

    private List<Look> looks(GrayImage picture, List<RectifiedLine> cuts, Signs signs) {
        var scores = recognizer.score(cuts.stream().map(RectifiedLine::image).toList()).stream()
                .map(all -> signs == Signs.DIGITS ? all.withoutSigns() : all)
                .toList();
        return IntStream.range(0, cuts.size())
                .mapToObj(cut -> Look.of(cuts.get(cut), scores.get(cut), picture))
                .toList();
    }

    /** Lines whose writing goes on to the end of what was cut out are cut out further, as long as it does. */
    private List<LookedAt> followed(GrayImage picture, List<LookedAt> lines, Signs signs) {
        var followed = new ArrayList<>(lines);
        double further = FURTHER;
        for (int round = 0; round < ROUNDS; round++) {
            var longer = new ArrayList<TextLine>();
            var places = new ArrayList<Integer>();
            for (int i = 0; i < followed.size(); i++) {
                var best = followed.get(i).best();
                var line = best.line().line();
                double left = best.reachesStart() && line.startsInside(picture) ? further * line.height() : 0;
                double right = best.reachesEnd() && line.endsInside(picture) ? further * line.height() : 0;
                if (left + right > 0) {
                    longer.add(line.extended(left, right));
                    places.add(i);
                }
            }
            if (longer.isEmpty()) {
                break;
            }
            var again = lookedAt(picture, longer, signs);
            for (int i = 0; i < places.size(); i++) {
                followed.set(places.get(i), again.get(i));
            }
            further *= 2;
        }
        return followed;
    }

    /** What the digit network says of all digits of the picture, asked once. */
    private List<DigitOpinions> opinions(List<LineText> texts) {
        var frames = new ArrayList<DigitFrame>();
        for (var text : texts) {
            for (var number : text.numbers()) {
                number.digits().forEach(digit -> frames.add(text.look().frame(digit)));
            }
        }
        var scores = frames.isEmpty() ? List.<DigitScores>of() : classifier.score(frames);
        var opinions = new ArrayList<DigitOpinions>();
        int from = 0;
        for (var text : texts) {
            for (var number : text.numbers()) {
                int to = from + number.digits().size();
                opinions.add(new DigitOpinions(
                        number.digits().stream()
                                .map(digit -> text.line().digits(text.look(), digit))
                                .toList(),
                        number.digits(),
                        frames.subList(from, to),
                        scores.subList(from, to)));
                from = to;
            }
        }
        return opinions;
    }

    private static Explanation.Line explained(Look look, double scale) {
        var image = look.line().image();
        var columns = new ArrayList<Explanation.Column>();
        for (int column = 0; column < look.scores().columns(); column++) {
            var candidates = candidates(look.scores(), column);
            if (!candidates.isEmpty()) {
                columns.add(new Explanation.Column(ColumnScores.centre(column), candidates));
            }
        }
        Box box = look.line().box(0, 0, image.width(), image.height()).scaled(scale);
        return new Explanation.Line(box, image, columns);
    }

    private static List<Explanation.Candidate> candidates(ColumnScores scores, int column) {
        return Symbol.all().stream()
                .filter(symbol -> symbol != Symbol.NONE && scores.probability(column, symbol) >= NOTABLE)
                .map(symbol -> new Explanation.Candidate(symbol.text(), scores.probability(column, symbol)))
                .sorted(Comparator.comparingDouble(Explanation.Candidate::probability)
                        .reversed())
                .limit(CANDIDATES)
                .toList();
    }
}
