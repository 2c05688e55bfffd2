package org.numberreader.training.strings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringAnswerTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # truth,  read,      edits
            '1704',   '1704',    0
            '1704',   '1764',    1
            '1704',   '704',     1
            '1704',   '17_04',   1
            '12',     '21',      2
            '12',     '3456789', 2
            '',       '',        0
            '',       '77',      1
            '77',     '',        2
            """)
    void editsAreAtMostTheLengthOfTheTruth(String truth, String read, int edits) {
        assertThat(answer(truth, read, false).edits()).isEqualTo(edits);
    }

    @Test
    void aRefusedPictureIsUnreadEvenWhereThereIsNothingToRead() {
        var refused = answer("", "not a picture", true);

        assertThat(refused.isRight()).isFalse();
        assertThat(refused.isWrong()).isFalse();
        assertThat(refused.isUnread()).isTrue();
        assertThat(refused.edits()).isEqualTo(1);
    }

    @Test
    void wrongIsCountedApartFromUnread() {
        assertThat(answer("1", "7", false).isWrong()).isTrue();
        assertThat(answer("1", "7", false).isUnread()).isFalse();
        assertThat(answer("1", "", false).isWrong()).isFalse();
        assertThat(answer("1", "", false).isUnread()).isTrue();
    }

    private static StringAnswer answer(String truth, String read, boolean refused) {
        return new StringAnswer(Path.of("picture"), truth, read, refused, 0.5, false, List.of());
    }
}
