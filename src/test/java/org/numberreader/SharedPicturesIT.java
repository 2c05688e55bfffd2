package org.numberreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numberreader.recognition.DigitModel;
import org.numberreader.training.strings.StringScore;

/**
 * The whole reader on {@code strings-drawn}, {@code strings-real} and {@code digits} of {@link SharedData}. Floors only rise.
 */
class SharedPicturesIT {
    private static DigitModel model;
    private static Path data;

    @BeforeAll
    static void load() {
        data = SharedData.folder();
        model = Defaults.model();
    }

    @AfterAll
    static void close() {
        if (model != null) {
            model.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # folder,      right at least, wrong at most
            blank,         40,              0
            blurred,       40,              0
            grid,          38,              2
            inverted,      39,              1
            lines,         36,              4
            noisy,         37,              3
            pencil,        37,              3
            photo,         39,              1
            ruled,         39,              1
            scan,          37,              3
            shadow,        39,              1
            single-digit,  39,              1
            slanted,       39,              1
            small,         39,              1
            tight,         38,              2
            tilted,        38,              2
            touching,      36,              3
            """)
    void holdsItsFloorOnDrawnPictures(String folder, int rightAtLeast, int wrongAtMost) throws IOException {
        holds(score("strings-drawn", folder, false), rightAtLeast, wrongAtMost);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # folder,         right at least, wrong at most
            demo,             30,              6
            page-number,      24,              2
            pen-grey-paper,   244,            11
            pen-lined-paper,  92,             16
            """)
    void holdsItsFloorOnRealPictures(String folder, int rightAtLeast, int wrongAtMost) throws IOException {
        holds(score("strings-real", folder, true), rightAtLeast, wrongAtMost);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # folder,         right at least, wrong at most
            mouse-drawn,      998,            1
            omniglot,         318,            82
            """)
    void holdsItsFloorOnSingleDigitsAndOnLetters(String folder, int rightAtLeast, int wrongAtMost) throws IOException {
        holds(score("digits", folder, false), rightAtLeast, wrongAtMost);
    }

    private static void holds(StringScore score, int rightAtLeast, int wrongAtMost) {
        assertThat(score.right()).as("%s: right", score.folder()).isGreaterThanOrEqualTo(rightAtLeast);
        assertThat(score.wrong()).as("%s: wrong", score.folder()).isLessThanOrEqualTo(wrongAtMost);
    }

    /** @param digitsOnly whether it does not matter where numbers break */
    private static StringScore score(String kind, String folder, boolean digitsOnly) throws IOException {
        return StringScore.of(
                Defaults.reader(model), Defaults.decoder(), data.resolve(kind).resolve(folder), digitsOnly, false);
    }
}
