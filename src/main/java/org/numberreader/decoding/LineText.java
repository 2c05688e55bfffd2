package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.numberreader.recognition.Symbol;

/**
 * What is written on a line, as far as the caller's knowledge allows it.
 *
 * @param line in all cuts
 * @param look the one that is read
 * @param parts numbers and what is between them, from left to right
 */
record LineText(LookedAt line, Look look, List<WrittenPart> parts) {
    /** Columns on either side of a number that may be its own when it has to have more digits. */
    private static final int AROUND = 2;

    LineText {
        parts = List.copyOf(parts);
    }

    static LineText of(LookedAt line, Expectation expected) {
        return of(line).heldTo(expected);
    }

    /** What is written there, whatever the caller knows. */
    static LineText of(LookedAt line) {
        var look = line.best();
        return new LineText(line, look, LineParser.parts(look.symbols()));
    }

    /** The same where numbers have as many digits as the caller says. */
    LineText heldTo(Expectation expected) {
        boolean isAny = expected.fewest() == 1 && expected.most() == Expectation.LONGEST;
        return isAny ? this : new LineText(line, look, constrained(look, parts, expected));
    }

    List<WrittenPart> numbers() {
        return parts.stream().filter(WrittenPart::isNumber).toList();
    }

    /** Other handwriting, from left to right. */
    List<FoundSymbol> others() {
        return Stream.concat(look.symbols().stream(), parts.stream().flatMap(part -> part.symbols().stream()))
                .filter(found -> found.symbol() == Symbol.OTHER)
                .distinct()
                .sorted(Comparator.comparingInt(FoundSymbol::column))
                .toList();
    }

    /** Numbers that have as many digits as the caller says: together, as they are, or read anew. */
    private static List<WrittenPart> constrained(Look look, List<WrittenPart> parts, Expectation expected) {
        var numbers = parts.stream().filter(WrittenPart::isNumber).toList();
        if (numbers.isEmpty()) {
            return parts;
        }
        int together =
                numbers.stream().mapToInt(number -> number.digits().size()).sum();
        boolean none = numbers.stream().noneMatch(number -> fits(number, expected));
        if (expected.isLengthKnown() && none && numbers.size() > 1 && together >= expected.fewest()) {
            return reread(look, numbers, expected);
        }
        var constrained = new ArrayList<WrittenPart>();
        for (var part : parts) {
            if (!part.isNumber() || fits(part, expected)) {
                constrained.add(part);
            } else {
                constrained.addAll(reread(look, List.of(part), expected));
            }
        }
        return constrained;
    }

    private static boolean fits(WrittenPart number, Expectation expected) {
        int digits = number.digits().size();
        return digits >= expected.fewest() && digits <= expected.most();
    }

    /** One number in their place; other handwriting, where none has as many digits. */
    private static List<WrittenPart> reread(Look look, List<WrittenPart> numbers, Expectation expected) {
        var first = numbers.get(0);
        var last = numbers.get(numbers.size() - 1);
        int from = Math.max(0, first.first().column() - AROUND);
        int to = Math.min(look.scores().columns(), last.last().column() + AROUND + 1);
        var best = look.hypotheses(from, to, ofNumbers(), expected, 1);
        if (best.isEmpty() || best.get(0).symbols().isEmpty()) {
            return numbers.stream().map(number -> number.asOther(look.scores())).toList();
        }
        return List.of(new WrittenPart(look.found(best.get(0).symbols(), from, to), first.apart()));
    }

    /** Digits and points alone: what has a known number of digits is one number. */
    static Predicate<Symbol> ofNumbers() {
        return symbol -> symbol.isDigit() || symbol == Symbol.POINT || symbol == Symbol.COMMA;
    }

    /** The one number of all lines whose digits are the likeliest. */
    static List<LineText> likeliest(List<LineText> texts) {
        LineText best = null;
        WrittenPart chosen = null;
        double highest = -1;
        for (var text : texts) {
            for (var number : text.numbers()) {
                double likely = number.digits().stream()
                        .mapToDouble(FoundSymbol::probability)
                        .min()
                        .orElse(0);
                if (likely > highest) {
                    highest = likely;
                    best = text;
                    chosen = number;
                }
            }
        }
        return best == null || chosen == null
                ? List.of()
                : List.of(new LineText(best.line, best.look, List.of(chosen)));
    }
}
