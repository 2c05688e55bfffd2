package org.numberreader.training.strings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {
    @ParameterizedTest(name = "{0} read as {1}")
    @CsvSource(textBlock = """
            # truth,      read,         numbers, picture
            '12',         '12',         '+',     true
            '12',         '13',         '-',     false
            '12',         '12-',        '+',     true
            '12_34',      '12_34',      '++',    true
            '12_34',      '12_35',      '+-',    false
            '12_34',      '34_12',      '--',    false
            '12_34',      '1_234',      '--',    true
            '12_34',      '1234',       '+',     true
            '05061990',   '05_06_1990', '+++',   true
            '05061990',   '05_06_1991', '---',   false
            '12_34_56',   '12_34',      '--',    false
            '12',         '12_7',       '--',    false
            '12',         '',           '',      false
            '',           '7',          '-',     false
            '',           '7_8',        '--',    false
            '',           '',           '',      true
            """)
    void aNameSaysTheDigits(String truth, String read, String numbers, boolean picture) {
        check(Truth.named(truth), read, numbers, picture);
    }

    @ParameterizedTest(name = "{0} read as {1}")
    @CsvSource(textBlock = """
            # truth,      read,         numbers, picture
            '1.5',        '1,5',        '+',     true
            '1.5',        '15',         '-',     false
            '15',         '1.5',        '-',     false
            '15',         '15',         '+',     true
            '15 + 6',     '15+6',       '+',     true
            '7x8',        '7×8',        '+',     true
            '−4',         '-4',         '+',     true
            '1+1',        '1_+1',       '++',    true
            '1+1',        '1_+7',       '--',    false
            '',           '7',          '-',     false
            '',           '',           '',      true
            """)
    void aTableSaysTheSignsToo(String truth, String read, String numbers, boolean picture) {
        check(Truth.written(truth), read, numbers, picture);
    }

    @ParameterizedTest
    @CsvSource({"1.5, 15, false", "1.5, '1,5', true"})
    void aNameWithSignsIsComparedWithThem(String truth, String read, boolean picture) {
        assertThat(Truth.named(truth).isRight(ScriptedReading.of(read))).isEqualTo(picture);
    }

    private static void check(Truth truth, String read, String numbers, boolean picture) {
        var reading = ScriptedReading.of(read);
        var marks = truth.rightNumbers(reading).stream()
                .map(right -> right ? "+" : "-")
                .collect(Collectors.joining());
        assertThat(marks).isEqualTo(numbers);
        assertThat(truth.isRight(reading)).isEqualTo(picture);
    }
}
