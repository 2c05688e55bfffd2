package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.numberreader.classical.ClassicalDigit;
import org.numberreader.classical.ClassicalReader;
import org.numberreader.image.Box;
import org.numberreader.image.Picture;
import org.numberreader.layout.Outline;
import org.numberreader.recognition.DigitClassifier;

/** Reads every number in a picture by the textbook method: the baseline that the learned one is compared with. */
public final class ClassicalNumberReader implements Reader {
    /** Runners-up below this are not worth a line. */
    private static final double NOTABLE = 0.0001;

    private final ClassicalReader reader;
    private final ReadingConfig config;

    public ClassicalNumberReader(DigitClassifier classifier, ReadingConfig config) {
        this.reader = new ClassicalReader(classifier);
        this.config = config;
    }

    /** As the interface says; of a picture that is said to be one digit the largest piece of ink is read. */
    @Override
    public Reading read(Picture picture, Expectation expected) {
        long start = System.nanoTime();
        var glyphs = expected.isOneDigit() ? reader.findLargest(picture.gray()) : reader.find(picture.gray());
        long found = System.nanoTime();
        var digits = reader.classify(glyphs);
        var lines = grouped(digits, digit -> digit.glyph().line()).stream()
                .map(line -> line(line, expected, picture.scale()))
                .filter(line -> !line.numbers().isEmpty())
                .toList();
        long done = System.nanoTime();
        return new Reading(lines, List.of(), (found - start) / 1e6, (done - found) / 1e6).withTables(picture);
    }

    private ReadLine line(List<ClassicalDigit> line, Expectation expected, double scale) {
        var numbers = grouped(line, digit -> digit.glyph().number()).stream()
                .filter(number -> number.size() >= expected.fewest() && number.size() <= expected.most())
                .map(number -> number(number, expected, scale))
                .toList();
        String text = numbers.stream().map(ReadNumber::text).collect(Collectors.joining(" "));
        return new ReadLine(text, box(line).scaled(scale), numbers);
    }

    /** A number is right where each of its digits is: its confidence is the product of theirs. */
    private ReadNumber number(List<ClassicalDigit> number, Expectation expected, double scale) {
        String value = number.stream().map(digit -> "" + digit.digit()).collect(Collectors.joining());
        double confidence =
                number.stream().mapToDouble(ClassicalDigit::probability).reduce(1, (one, other) -> one * other);
        var digits = number.stream().map(digit -> digit(digit, expected, scale)).toList();
        return new ReadNumber(
                value,
                value,
                confidence,
                confidence >= config.certain(),
                box(number).scaled(scale),
                digits,
                List.of(),
                alternatives(value, confidence, digits, expected));
    }

    private static ReadDigit digit(ClassicalDigit digit, Expectation expected, double scale) {
        float[] scores = digit.scores().digits();
        var others = IntStream.range(0, scores.length)
                .filter(other -> other != digit.digit() && scores[other] >= NOTABLE)
                .mapToObj(other -> new ReadDigit.Alternative(other, scores[other]))
                .sorted(Comparator.comparingDouble(ReadDigit.Alternative::confidence)
                        .reversed())
                .limit(expected.alternatives())
                .toList();
        var contour = digit.glyph().contour();
        Box box = contour.box();
        var outline = new Outline(contour.mask(), box.x(), box.y(), scale);
        return new ReadDigit(digit.digit(), digit.probability(), box.scaled(scale), outline, digit.frame(), others);
    }

    /** The same number with one digit replaced by one of its runners-up. */
    private static List<ReadNumber.Alternative> alternatives(
            String value, double confidence, List<ReadDigit> digits, Expectation expected) {
        var others = new ArrayList<ReadNumber.Alternative>();
        for (int place = 0; place < digits.size(); place++) {
            var digit = digits.get(place);
            for (var other : digit.alternatives()) {
                String replaced = value.substring(0, place) + other.digit() + value.substring(place + 1);
                double share = confidence * other.confidence() / digit.confidence();
                others.add(new ReadNumber.Alternative(replaced, replaced, share));
            }
        }
        return others.stream()
                .filter(other -> other.confidence() >= NOTABLE)
                .sorted(Comparator.comparingDouble(ReadNumber.Alternative::confidence)
                        .reversed())
                .limit(expected.alternatives())
                .toList();
    }

    private static List<List<ClassicalDigit>> grouped(List<ClassicalDigit> digits, ToIntFunction<ClassicalDigit> key) {
        return List.copyOf(digits.stream()
                .collect(Collectors.groupingBy(key::applyAsInt, TreeMap::new, Collectors.toList()))
                .values());
    }

    private static Box box(List<ClassicalDigit> digits) {
        return digits.stream()
                .map(digit -> digit.glyph().contour().box())
                .reduce(Box::union)
                .orElseThrow();
    }
}
