package org.numberreader.decoding.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableCsvTest {

    @Test
    void aRowIsALineAndWhatHasACommaIsQuoted() {
        var table = List.of(List.of("18", "", "9,5"), List.of("7", "1 2", "-3"));

        assertThat(TableCsv.of(List.of(table))).isEqualTo("18,,\"9,5\"\r\n7,1 2,-3\r\n");
    }

    @Test
    void anEmptyLinePartsTables() {
        assertThat(TableCsv.of(List.of(List.of(List.of("1", "2")), List.of(List.of("3")))))
                .isEqualTo("1,2\r\n\r\n3\r\n");
    }

    @Test
    void nothingIsNothing() {
        assertThat(TableCsv.of(List.of())).isEmpty();
        assertThat(TableCsv.of(List.of(List.of()))).isEmpty();
    }
}
