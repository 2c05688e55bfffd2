package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.numberreader.image.Box;
import org.numberreader.image.Picture;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.segmentation.Segmented;
import org.numberreader.segmentation.Segmenter;

/** Reads every number in a picture: the one place that knows the order of the steps. */
public final class NumberReader implements Reader {
    /** Runners-up below this are not worth a line. */
    private static final double NOTABLE = 0.0001;

    /**
     * The least confidence of a row of n digits is its power of the square root of n. Ink below it is a word or no writing at
     * all. With the network of 27 November no labelled number that was read right is lost from 0.4 to 0.8, but digits beside
     * a letter are.
     */
    private static final double LEAST = 0.4;

    /** The least share among its readings of what stands alone: a currency's sign beside it is no reason to doubt it. */
    private static final double LEAST_SHARE_ALONE = 0.7;

    /** The same for two digits, and for a row all of whose digits were cut out of marks. */
    private static final double LEAST_SHARE_WEAK = 0.5;

    /** The least likeliness of digits that were nearly all cut out of marks: letters, too, can be cut into a 2, a 5 and a 1. */
    private static final double LEAST_ALL_CUT = 0.9;

    /** Of a row's digits one in so many at least was not cut out of a mark: a word's letters may be cut into many. */
    private static final int UNCUT = 4;

    private final Segmenter segmenter;
    private final DigitClassifier classifier;
    private final ReadingConfig config;

    public NumberReader(Segmenter segmenter, DigitClassifier classifier, ReadingConfig config) {
        this.segmenter = segmenter;
        this.classifier = classifier;
        this.config = config;
    }

    @Override
    public Reading read(Picture picture, Expectation expected) {
        return work(picture, expected).reading();
    }

    /** The same reading, with all that was seen and weighed on the way to it. */
    public Explanation explain(Picture picture, Expectation expected) {
        var work = work(picture, expected);
        var steps = new Explanation.Steps(
                work.found().inkMillis(),
                work.found().linesMillis(),
                work.found().cutMillis(),
                work.classifyMillis(),
                work.pathMillis());
        var chosen = Explanation.chosen(work.reading());
        var lines = work.lattices().stream()
                .map(lattice -> Explanation.Line.of(lattice, chosen, picture.scale()))
                .toList();
        return new Explanation(work.reading(), picture.gray(), work.found().ink(), lines, steps);
    }

    /** A reading and what it was made of. */
    private record Work(
            Segmented found, List<Lattice> lattices, Reading reading, double classifyMillis, double pathMillis) {}

    private Work work(Picture picture, Expectation expected) {
        long start = System.nanoTime();
        var looks = new Looks(classifier);
        var found = segmented(picture, expected, looks);
        looks.add(found.lines());
        var lattices = found.lines().stream()
                // Whoever wants long numbers knows how many digits are there.
                .map(line -> expected.fewest() > 1 ? line : Capitals.without(line, looks))
                .map(line -> Lattice.of(line, looks))
                .toList();
        long classified = System.nanoTime();
        var read = lattices.stream()
                .map(lattice -> line(lattice, expected, picture.scale()))
                .filter(line -> !line.numbers().isEmpty())
                .toList();
        long done = System.nanoTime();
        var reading = new Reading(read, found.millis(), (done - start) / 1e6 - found.millis());
        double classifyMillis = (classified - start) / 1e6 - found.millis();
        return new Work(found, lattices, reading, classifyMillis, (done - classified) / 1e6);
    }

    /** Whoever wants long numbers may want more digits than there are marks. */
    private Segmented segmented(Picture picture, Expectation expected, Looks looks) {
        if (expected.isOneDigit()) {
            return segmenter.whole(picture.gray());
        }
        if (expected.fewest() > 1) {
            return segmenter.lines(picture.gray());
        }
        // Most marks are one digit beyond doubt: to cut them, and to score the pieces, is half of a reading.
        var plain = segmenter.plain(picture.gray());
        looks.add(plain.lines());
        return plain.cut(looks::doubted);
    }

    private ReadLine line(Lattice lattice, Expectation expected, double scale) {
        var search = new PathSearch(lattice, expected);
        var numbers = new ArrayList<ReadNumber>();
        var found = search.numbers();
        var words = new Words(lattice, found);
        int least = 0;
        for (int i = 0; i < found.size(); i++) {
            int most = i + 1 < found.size() ? from(found.get(i + 1)) : lattice.pieces();
            int to = to(found.get(i));
            int begin = search.begin(from(found.get(i)), least);
            int end = search.end(to, most);
            var readings = new Readings(lattice, expected, begin, end).best(expected.alternatives() + 1);
            least = to;
            if (readings.isEmpty()) {
                continue;
            }
            var confidence = new Confidence(readings.get(0).probability(), words.isLeftOut(begin, end));
            if (expected.isLengthKnown() || (isNumber(readings.get(0), confidence) && !words.isWord(found.get(i)))) {
                numbers.add(number(readings, confidence, expected, scale));
            }
        }
        return new ReadLine(lattice.box().scaled(scale), numbers);
    }

    private static int from(List<Path.Choice> number) {
        return number.get(0).candidate().glyph().from();
    }

    private static int to(List<Path.Choice> number) {
        return number.get(number.size() - 1).candidate().glyph().to();
    }

    /**
     * Whether ink is likely enough a number. A digit that stands alone has to be likelier than those of a row, and digits that
     * were nearly all cut out of marks likelier still. Two digits, and a row of nothing but pieces of marks, have to be likelier
     * than all other readings together: a letter has many.
     */
    private boolean isNumber(Readings.Ranked best, Confidence confidence) {
        var digits = best.path().numbers().get(0);
        long uncut = digits.stream()
                .filter(choice -> choice.candidate().glyph().cuts() == 0)
                .count();
        double likeliness = likeliness(best.path());
        if (digits.size() == 1) {
            return likeliness >= config.leastAlone() && best.probability() >= LEAST_SHARE_ALONE;
        }
        boolean allCut = uncut * UNCUT < digits.size();
        boolean weak = digits.size() == 2 || uncut == 0;
        return likeliness >= (allCut ? Math.max(LEAST_ALL_CUT, config.leastAlone()) : config.least())
                && best.probability() >= (weak ? LEAST_SHARE_WEAK : 0)
                && confidence.ofBest() >= Math.pow(LEAST, Math.sqrt(digits.size()));
    }

    /** The geometric mean of the digits' probabilities: the same bar for short and for long numbers. */
    private static double likeliness(Path path) {
        return Math.exp(path.numbers().get(0).stream()
                .mapToDouble(choice -> Math.log(choice.candidate().scores().digits()[choice.digit()]))
                .average()
                .orElseThrow());
    }

    private ReadNumber number(
            List<Readings.Ranked> readings, Confidence confidence, Expectation expected, double scale) {
        var best = readings.get(0);
        var digits = best.path().numbers().get(0).stream()
                .map(choice -> digit(choice, expected, scale))
                .toList();
        var others = readings.stream()
                .skip(1)
                .filter(other -> other.probability() >= NOTABLE)
                .limit(expected.alternatives())
                .map(other -> new ReadNumber.Alternative(other.path().value(), confidence.of(other.probability())))
                .toList();
        Box box = digits.stream().map(ReadDigit::box).reduce(Box::union).orElseThrow();
        double sure = confidence.ofBest();
        return new ReadNumber(best.path().value(), sure, sure >= config.certain(), box, digits, others);
    }

    private static ReadDigit digit(Path.Choice choice, Expectation expected, double scale) {
        var candidate = choice.candidate();
        float[] scores = candidate.scores().digits();
        var others = IntStream.range(0, 10)
                .filter(digit -> digit != choice.digit())
                .mapToObj(digit -> new ReadDigit.Alternative(digit, scores[digit]))
                .filter(other -> other.confidence() >= NOTABLE)
                .sorted((a, b) -> Double.compare(b.confidence(), a.confidence()))
                .limit(expected.alternatives())
                .toList();
        return new ReadDigit(
                choice.digit(),
                scores[choice.digit()],
                candidate.glyph().box().scaled(scale),
                candidate.glyph().outline().scaled(scale),
                candidate.frame(),
                others);
    }
}
