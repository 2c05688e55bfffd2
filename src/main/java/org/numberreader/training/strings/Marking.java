package org.numberreader.training.strings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.numberreader.decoding.ReadNumber;
import org.numberreader.training.evaluation.Judged;

/** Says of each number that was read in a picture whether it is right, whatever became of the others. */
final class Marking {
    private Marking() {}

    /**
     * Numbers against those of the truth, in their order: one is right if the truth has it after the one before it.
     *
     * @param truth the lines' numbers joined by {@code _}
     */
    static List<Judged> ofNumbers(String truth, List<ReadNumber> numbers) {
        var truths = Arrays.asList(truth.split("_"));
        var marks = new ArrayList<Judged>();
        int from = 0;
        for (var number : numbers) {
            int at = truths.subList(from, truths.size()).indexOf(number.value());
            marks.add(new Judged(number.confidence(), at >= 0));
            from += at + 1;
        }
        return marks;
    }

    /**
     * Numbers against a row of digits, wherever it may break: one is right if its digits are where the truth has them,
     * counted from either end.
     *
     * @param truth all digits of the picture
     */
    static List<Judged> ofDigits(String truth, List<ReadNumber> numbers) {
        int length =
                numbers.stream().mapToInt(number -> number.value().length()).sum();
        var marks = new ArrayList<Judged>();
        int at = 0;
        for (var number : numbers) {
            boolean right = truth.startsWith(number.value(), at)
                    || truth.startsWith(number.value(), truth.length() - length + at);
            marks.add(new Judged(number.confidence(), right));
            at += number.value().length();
        }
        return marks;
    }
}
