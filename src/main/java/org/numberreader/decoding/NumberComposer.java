package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.numberreader.image.Box;
import org.numberreader.layout.Outline;

/** Makes the answer of what was found: numbers with their confidence and alternatives, lines, and what is in no number. */
final class NumberComposer {
    /** Runners-up below this are not worth a line. */
    private static final double NOTABLE = 0.0001;

    /** Texts of other lengths that are weighed. */
    private static final int HYPOTHESES = 6;

    /** Of two numbers that share so much of the smaller one's box only the likelier one is there. */
    private static final double SHARED = 0.5;

    private final Confidence confidence;
    private final ReadingConfig config;

    NumberComposer(Confidence confidence, ReadingConfig config) {
        this.confidence = confidence;
        this.config = config;
    }

    /**
     * The answer's parts.
     *
     * @param lines those with a number
     * @param unread handwriting that is in none
     * @param features of the lines' numbers, in their order
     */
    record Composed(List<ReadLine> lines, List<Unread> unread, List<double[]> features) {
        Composed {
            lines = List.copyOf(lines);
            unread = List.copyOf(unread);
            features = List.copyOf(features);
        }
    }

    /**
     * Composes the answer.
     *
     * @param opinions of all numbers of all texts, in their order
     * @param scale the pixels of the picture as uploaded a pixel of the one that was read
     */
    Composed compose(List<LineText> texts, List<DigitOpinions> opinions, Expectation expected, double scale) {
        var drafts = new ArrayList<Draft>();
        int next = 0;
        for (var text : texts) {
            for (var part : text.numbers()) {
                drafts.add(draft(text, part, opinions.get(next++), expected, scale));
            }
        }
        var unread = new ArrayList<Unread>();
        var kept = kept(drafts, expected, unread);
        var lines = new ArrayList<ReadLine>();
        var features = new ArrayList<double[]>();
        for (var text : texts) {
            var numbers = kept.stream().filter(draft -> draft.text.equals(text)).toList();
            if (!numbers.isEmpty()) {
                lines.add(line(text, numbers, scale));
                numbers.forEach(draft -> features.add(draft.features));
            }
            unread.addAll(others(text, scale));
        }
        return new Composed(lines, unread, features);
    }

    /** A number that may be in the answer. */
    private record Draft(LineText text, WrittenPart part, ReadNumber number, double[] features) {

        /** Whether it is the same number on a line that has more of the writing beside it. */
        boolean continues(Draft other) {
            return number.text().equals(other.number.text()) && digits(text) > digits(other.text);
        }

        private static int digits(LineText text) {
            return text.numbers().stream()
                    .mapToInt(number -> number.digits().size())
                    .sum();
        }

        Draft asSureAs(Draft other, double certain) {
            return new Draft(text, part, number.withConfidence(other.number.confidence(), certain), features);
        }

        /** The same where another line reads other digits in its place: the probability that this is right and that is wrong, of both. */
        Draft disputedBy(Draft other, double certain) {
            double own = number.confidence();
            double others = Math.min(own, other.number.confidence());
            double sure = own >= 1 ? own : own * (1 - others) / (1 - own * others);
            return new Draft(text, part, number.withConfidence(sure, certain), features);
        }
    }

    /**
     * Without those that another line has read too, and without those that are clearly none. Where two lines read other digits in
     * the same place, one of them is wrong.
     */
    private List<Draft> kept(List<Draft> drafts, Expectation expected, List<Unread> unread) {
        var byConfidence = IntStream.range(0, drafts.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> -drafts.get(i).number.confidence()))
                .toList();
        var kept = new TreeMap<Integer, Draft>();
        var dropped = new ArrayList<ReadNumber>();
        for (int index : byConfidence) {
            var draft = drafts.get(index);
            var rival = kept.entrySet().stream()
                    .filter(entry -> shared(entry.getValue().number.box(), draft.number.box()) > SHARED)
                    .findFirst();
            if (rival.isPresent()) {
                int key = rival.get().getKey();
                var first = rival.get().getValue();
                if (draft.continues(first)) {
                    kept.remove(key);
                    kept.put(index, draft.asSureAs(first, config.certain()));
                    dropped.add(first.number);
                } else {
                    if (!first.number.value().contains(draft.number.value())) {
                        kept.put(key, first.disputedBy(draft, config.certain()));
                    }
                    dropped.add(draft.number);
                }
            } else if (!expected.isLengthKnown() && draft.number.confidence() < config.least()) {
                unread.add(new Unread(draft.number.box(), Unread.Reason.UNSURE));
            } else {
                kept.put(index, draft);
            }
        }
        dropped.stream()
                .flatMap(number -> beyond(number, kept.values()).stream())
                .distinct()
                .forEach(box -> unread.add(new Unread(box, Unread.Reason.UNSURE)));
        return List.copyOf(kept.values());
    }

    /** Around those of a number's digits whose middle is in none of the kept numbers; empty where all are. */
    private static Optional<Box> beyond(ReadNumber number, Collection<Draft> kept) {
        return number.digits().stream()
                .map(ReadDigit::box)
                .filter(digit -> kept.stream()
                        .noneMatch(draft -> draft.number
                                .box()
                                .contains(digit.x() + digit.width() / 2, digit.y() + digit.height() / 2)))
                .reduce(Box::union);
    }

    /** What two boxes have in common, as a share of the smaller one. */
    private static double shared(Box one, Box other) {
        int across = Math.min(one.right(), other.right()) - Math.max(one.x(), other.x());
        int along = Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y());
        double smaller = Math.min((double) one.width() * one.height(), (double) other.width() * other.height());
        return across <= 0 || along <= 0 ? 0 : across * along / smaller;
    }

    private Draft draft(LineText text, WrittenPart part, DigitOpinions opinions, Expectation expected, double scale) {
        var look = text.look();
        int from = Math.max(0, part.first().column() - 2);
        int to = Math.min(look.scores().columns(), part.last().column() + 3);
        var others = look.hypotheses(from, to, LineText.ofNumbers(), expected, HYPOTHESES);
        boolean signed = part.symbols().stream()
                .anyMatch(found ->
                        !found.symbol().isDigit() && !LineText.ofNumbers().test(found.symbol()));
        // The beam knows digits and points alone: of a number with other signs it would drop them.
        var ranked = NumberHypotheses.ranked(part, opinions, signed ? List.of() : others);
        var best = ranked.get(0);
        double runnerUp = ranked.size() > 1 ? Math.log(ranked.get(1).share() / best.share()) : -8;
        var features = new ConfidenceFeatures(look, part, opinions).values(runnerUp);
        double sure = confidence.of(features);
        return new Draft(text, part, number(new Found(look, part, opinions), ranked, sure, expected, scale), features);
    }

    /** A number's symbols, where they are and what both networks say of its digits. */
    private record Found(Look look, WrittenPart part, DigitOpinions opinions) {}

    private ReadNumber number(
            Found found, List<NumberHypotheses.Ranked> ranked, double sure, Expectation expected, double scale) {
        var first = ranked.get(0);
        boolean asFound = first.value().length() == found.opinions.size();
        var digits = new ArrayList<ReadDigit>();
        var signs = new ArrayList<ReadSign>();
        for (var symbol : found.part.symbols()) {
            if (symbol.symbol().isDigit()) {
                int index = digits.size();
                int digit = asFound ? first.value().charAt(index) - '0' : found.opinions.best(index);
                digits.add(digit(found, index, digit, expected, scale));
            } else {
                Box box = found.look.box(symbol).scaled(scale);
                signs.add(new ReadSign(symbol.symbol().text(), symbol.probability(), box, digits.size()));
            }
        }
        Box box = Stream.concat(
                        digits.stream().map(ReadDigit::box), signs.stream().map(ReadSign::box))
                .reduce(Box::union)
                .orElseThrow();
        return new ReadNumber(
                first.value(),
                first.text(),
                sure,
                sure >= config.certain(),
                box,
                digits,
                signs,
                alternatives(ranked, sure, expected));
    }

    /** What the number's confidence leaves, shared out among the other texts. */
    private static List<ReadNumber.Alternative> alternatives(
            List<NumberHypotheses.Ranked> ranked, double sure, Expectation expected) {
        double rest = ranked.stream()
                .skip(1)
                .mapToDouble(NumberHypotheses.Ranked::share)
                .sum();
        return ranked.stream()
                .skip(1)
                .map(other -> new ReadNumber.Alternative(
                        other.value(), other.text(), (1 - sure) * other.share() / Math.max(1e-9, rest)))
                .filter(other -> other.confidence() >= NOTABLE)
                .limit(expected.alternatives())
                .toList();
    }

    private static ReadDigit digit(Found found, int index, int digit, Expectation expected, double scale) {
        var opinions = found.opinions;
        var others = IntStream.range(0, 10)
                .filter(other -> other != digit && opinions.fused(index, other) >= NOTABLE)
                .mapToObj(other -> new ReadDigit.Alternative(other, opinions.fused(index, other)))
                .sorted(Comparator.comparingDouble(ReadDigit.Alternative::confidence)
                        .reversed())
                .limit(expected.alternatives())
                .toList();
        var place = opinions.place(index);
        Box box = found.look.box(place).scaled(scale);
        double back = scale / found.look.line().scale();
        var outline = new Outline(
                found.look.mask(place), (int) Math.round(box.x() / back), (int) Math.round(box.y() / back), back);
        return new ReadDigit(digit, opinions.fused(index, digit), box, outline, opinions.frame(index), others);
    }

    private static ReadLine line(LineText text, List<Draft> drafts, double scale) {
        var written = new StringBuilder();
        Box box = null;
        for (var part : text.parts()) {
            String here = drafts.stream()
                    .filter(draft -> draft.part.equals(part))
                    .map(draft -> draft.number.text())
                    .findFirst()
                    .orElseGet(part::text);
            written.append(part.apart() && !written.isEmpty() ? " " : "").append(here);
            for (var symbol : part.symbols()) {
                Box own = text.look().box(symbol).scaled(scale);
                box = box == null ? own : box.union(own);
            }
        }
        return new ReadLine(
                written.toString().strip(),
                Objects.requireNonNull(box),
                drafts.stream().map(Draft::number).toList());
    }

    /** Other handwriting on a line: symbols that touch are one piece. */
    private static List<Unread> others(LineText text, double scale) {
        var pieces = new ArrayList<List<FoundSymbol>>();
        double end = Double.NEGATIVE_INFINITY;
        for (var symbol : text.others()) {
            if (pieces.isEmpty() || symbol.left() - end >= 0.5 * symbol.height()) {
                pieces.add(new ArrayList<>());
            }
            pieces.get(pieces.size() - 1).add(symbol);
            end = symbol.right();
        }
        return pieces.stream().map(piece -> other(text.look(), piece, scale)).toList();
    }

    private static Unread other(Look look, List<FoundSymbol> piece, double scale) {
        Box box = piece.stream()
                .map(symbol -> look.box(symbol).scaled(scale))
                .reduce(Box::union)
                .orElseThrow();
        return new Unread(box, look.isStruckOut(piece) ? Unread.Reason.CROSSED_OUT : Unread.Reason.NO_NUMBER);
    }
}
