package org.numberreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numberreader.recognition.DigitModel;
import org.numberreader.training.strings.StringScore;

/**
 * The whole reader on 40 drawn pictures of each way of writing. Printed borders part numbers: in a row of boxes the digits alone
 * are compared. A floor that a change lowers is in docs/experiments.
 */
@Tag("accuracy")
class ReadingTest {
    /** Kept, so that {@code evaluate --pictures} tells how they are read. */
    private static final Path DRAWN = Path.of("target/drawn");

    private static DigitModel model;

    @BeforeAll
    static void load() {
        model = Defaults.model();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # folder, right at least, wrong at most, certain and wrong at most
            scan,     39,             1,             1
            inverted, 39,             1,             1
            small,    38,             2,             1
            lines,    39,             1,             1
            shadow,   39,             1,             1
            noisy,    39,             1,             1
            pencil,   38,             2,             1
            touching, 39,             1,             1
            ruled,    38,             2,             2
            tilted,   38,             2,             2
            blank,    36,             4,             0
            squared,  40,             0,             0
            letters,  31,             9,             0
            letter,   33,             7,             2
            shapes,   32,             8,             1
            boxes,    39,             1,             1
            comb,     35,             4,             2
            """)
    void holdsItsFloor(String folder, int rightAtLeast, int wrongAtMost, int surelyWrongAtMost) throws IOException {
        DrawnFolders.draw(DRAWN.resolve(folder));

        var score = StringScore.of(
                Defaults.reader(model), Defaults.decoder(), DRAWN.resolve(folder), folder.equals("boxes"), false);

        assertThat(score.answers()).as("%s: pictures", folder).hasSize(40);
        assertThat(score.right()).as("%s: right", folder).isGreaterThanOrEqualTo(rightAtLeast);
        assertThat(score.wrong()).as("%s: wrong", folder).isLessThanOrEqualTo(wrongAtMost);
        assertThat(score.certain() - score.certainRight())
                .as("%s: certain and wrong", folder)
                .isLessThanOrEqualTo(surelyWrongAtMost);
    }
}
