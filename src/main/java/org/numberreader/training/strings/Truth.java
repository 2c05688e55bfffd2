package org.numberreader.training.strings;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.numberreader.decoding.ReadLine;
import org.numberreader.decoding.ReadNumber;
import org.numberreader.decoding.Reading;

/**
 * What is written on a picture, and whether a reading of it is right.
 *
 * @param text numbers, joined by {@code _}; empty where there are none
 * @param signs whether the signs that are read have to be right as well; otherwise the digits alone have to be
 */
public record Truth(String text, boolean signs) {
    /** The ways to write a sign that count as the same. */
    private static final Map<Integer, String> SAME = Map.of(
            (int) '−', "-", (int) '–', "-", (int) '—', "-", (int) 'x', "×", (int) 'X', "×", (int) '*', "×", (int) '·',
            ".", (int) ',', ".", (int) '∕', "/");

    /** Of a picture whose name says what is written: the digits alone have to be right, unless the name has signs. */
    public static Truth named(String text) {
        return new Truth(text, !text.matches("[0-9_]*"));
    }

    /** Of a picture for which it is known what is written, to the last sign. */
    public static Truth written(String text) {
        return new Truth(text, true);
    }

    /** Whether all that is written was read, wherever its numbers break. */
    public boolean isRight(Reading reading) {
        if (signs) {
            String read = reading.lines().stream().map(ReadLine::text).collect(Collectors.joining("_"));
            return plain(text).equals(plain(read));
        }
        return text.replace("_", "").equals(digits(reading.numbers()));
    }

    /**
     * Whether each number of a reading is right, in their order. With signs all are right or none is. Without them, and
     * where there are as many numbers as should be, each is compared with the one in its place; where there are more or
     * fewer, all are right if all digits are, and otherwise none.
     */
    public List<Boolean> rightNumbers(Reading reading) {
        var numbers = reading.numbers();
        var truths = text.isEmpty() ? List.<String>of() : List.of(text.split("_", -1));
        if (signs || numbers.size() != truths.size()) {
            return Collections.nCopies(numbers.size(), isRight(reading));
        }
        return IntStream.range(0, truths.size())
                .mapToObj(i -> numbers.get(i).value().equals(truths.get(i)))
                .toList();
    }

    private static String digits(List<ReadNumber> numbers) {
        return numbers.stream().map(ReadNumber::value).collect(Collectors.joining());
    }

    /** Without blanks and breaks, and each sign in one way of writing. */
    private static String plain(String text) {
        return text.codePoints()
                .filter(code -> code != '_' && !Character.isWhitespace(code) && !Character.isSpaceChar(code))
                .mapToObj(code -> SAME.getOrDefault(code, Character.toString(code)))
                .collect(Collectors.joining());
    }
}
