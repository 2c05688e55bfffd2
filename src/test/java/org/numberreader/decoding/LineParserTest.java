package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numberreader.recognition.Symbol;

class LineParserTest {
    private static final double HIGH = 28;
    private static final double WIDE = 20;

    /** Written, with | for a printed border, ? for other handwriting and a blank for a wide gap; and its parts, _ where apart. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(quoteCharacter = '"', textBlock = """
            # a number and what belongs to it
            0070,           0070
            12.50,          12.50
            "12,50",        "12,50"
            "1,000.5",      "1,000.5"
            "1,234,567",    "1,234,567"
            -5,             -5
            -12.50,         -12.50
            45%,            45%
            -4.5%,          -4.5%
            $50,            $50
            50€,            50€
            -$50,           -$50
            $-50,           $-50
            £3.20,          £3.20
            "$1,000.50",    "$1,000.50"

            # what parts numbers
            5-3,            5 - 3
            5--3,           5 - -3
            5+-3,           5 + -3
            12/05/2021,     12 / 05 / 2021
            3/-4,           3 / -4
            12:30,          12 : 30
            2+3=5,          2 + 3 = 5
            6×7=42,         6 × 7 = 42
            8÷4,            8 ÷ 4
            =-3,            = -3
            45%5,           45% 5
            45%-5,          45% - 5
            $50$20,         $50 $20
            50€20€,         50€ 20€
            $5-$3,          $5 - $3
            12?34,          12 ? 34
            ?12?,           ? 12 ?
            555-0123,       555 - 0123

            # printed borders and wide gaps
            12|34,          12 _34
            |12|34|,        _12 _34
            12||34,         12 _34
            12|-34,         12 _-34
            12|.34,         12 _. 34
            12 34,          12 _34
            12 -34,         12 _-34
            12 34.5 678,    12 _34.5 _678
            12- 34,         12 - _34
            12. 34,         12 . _34
            $ 50,           $ _50
            - 50,           - _50
            50 %,           50 _%
            50 $,           50 _$
            5? 12,          5 ? _12

            # signs that are beside a number and not in it
            12.,            12 .
            "12,",          "12 ,"
            .5,             . 5
            1..5,           1 . . 5
            1.-5,           1 . - 5
            12-,            12 -
            -,              -
            --5,            - -5
            %,              %
            $,              $
            %5,             % 5
            -$,             - $
            $-,             $ -
            -?,             - ?
            ?,              ?
            """)
    void partsALineIntoNumbersAndWhatIsBetween(String written, String parts) {
        assertThat(parts(row(written, 4))).isEqualTo(parts);
    }

    @Test
    void aLineWithoutSymbolsHasNoParts() {
        assertThat(LineParser.parts(List.of())).isEmpty();
    }

    @Test
    void digitsThatAllStandAsFarApartAreOneNumber() {
        double apart = 1.4 * HIGH;

        assertThat(parts(row("1704", apart))).isEqualTo("1704");
        assertThat(parts(row("17 04", apart))).as("and a gap far wider").isEqualTo("17 _04");
    }

    @Test
    void aGapNarrowerThanADigitIsHighPartsNothing() {
        assertThat(parts(row("1704", 0.5 * HIGH))).isEqualTo("1704");
    }

    @Test
    void aCurrencySignBetweenNumbersBelongsToTheCloserOne() {
        var row = row("3$5", 4);

        assertThat(parts(row)).isEqualTo("3$ 5");
        assertThat(parts(List.of(moved(row.get(0), -9), row.get(1), row.get(2))))
                .isEqualTo("3 $5");
    }

    private static FoundSymbol moved(FoundSymbol found, double by) {
        return new FoundSymbol(
                found.symbol(), found.column(), 1, found.left() + by, found.top(), found.right() + by, found.bottom());
    }

    @Test
    void overlappingDigitsAreOneNumber() {
        assertThat(parts(row("1704", -3))).isEqualTo("1704");
    }

    @Test
    void knowsWhichPartsAreNumbers() {
        assertThat(LineParser.parts(row("12-$5?", 4)))
                .extracting(WrittenPart::isNumber)
                .containsExactly(true, false, true, false);
    }

    @Test
    void theMiddleOfTwoIsTheLower() {
        assertThat(LineParser.median(List.of(5.0, 1.0, 3.0), 0)).isEqualTo(3);
        assertThat(LineParser.median(List.of(5.0, 1.0), 0)).isEqualTo(1);
        assertThat(LineParser.median(List.of(), 7)).isEqualTo(7);
    }

    private static String parts(List<FoundSymbol> row) {
        return LineParser.parts(row).stream()
                .map(part -> (part.apart() ? "_" : "")
                        + ScriptedColumns.text(
                                part.symbols().stream().map(FoundSymbol::symbol).toList()))
                .collect(Collectors.joining(" "));
    }

    /** Symbols side by side with equal gaps, but for wide ones. */
    private static List<FoundSymbol> row(String written, double gap) {
        var row = new ArrayList<FoundSymbol>();
        double left = 0;
        for (char sign : written.toCharArray()) {
            if (sign == ' ') {
                left += 5 * HIGH;
                continue;
            }
            var symbol = ScriptedColumns.symbol(sign);
            boolean low = symbol == Symbol.POINT || symbol == Symbol.COMMA;
            double right = left + (low ? 4 : WIDE);
            row.add(new FoundSymbol(symbol, row.size(), 0.9, left, low ? 30 : 6, right, 6 + HIGH));
            left = right + gap;
        }
        return row;
    }
}
