package org.numberreader.training.strings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numberreader.decoding.ReadNumber;
import org.numberreader.image.Box;
import org.numberreader.training.evaluation.Judged;

class MarkingTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            # truth,   read,       right
            '12_34',   '12_34',    '++'
            '12_34',   '12_35',    '+-'
            '12_34',   '34',       '+'
            '12_34',   '34_12',    '+-'
            '12_12',   '12_7_12',  '+-+'
            '12',      '12_12',    '+-'
            '',        '7',        '-'
            """)
    void numbersAreRightInTheOrderOfTheTruth(String truth, String read, String right) {
        assertThat(marks(Marking.ofNumbers(truth, numbers(read)))).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # truth,   read,       right
            '1234',    '12_34',    '++'
            '1234',    '1_2_35',   '++-'
            '1234',    '9_34',     '-+'
            '1234',    '12345',    '-'
            '1234',    '12_9_34',  '+-+'
            '',        '7',        '-'
            """)
    void digitsAreRightWhereTheTruthHasThem(String truth, String read, String right) {
        assertThat(marks(Marking.ofDigits(truth, numbers(read)))).isEqualTo(right);
    }

    private static List<ReadNumber> numbers(String read) {
        return Arrays.stream(read.split("_"))
                .map(value ->
                        new ReadNumber(value, value, 0.5, false, new Box(0, 0, 1, 1), List.of(), List.of(), List.of()))
                .toList();
    }

    private static String marks(List<Judged> marks) {
        return marks.stream().map(mark -> mark.right() ? "+" : "-").collect(Collectors.joining());
    }
}
