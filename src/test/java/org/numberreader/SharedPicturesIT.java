package org.numberreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numberreader.decoding.Expectation;
import org.numberreader.decoding.ReadLine;
import org.numberreader.decoding.ReadNumber;
import org.numberreader.decoding.Reader;
import org.numberreader.decoding.UprightReader;
import org.numberreader.image.Polarity;
import org.numberreader.recognition.DigitModel;
import org.numberreader.training.strings.StringScore;

/** The whole reader on the pictures of {@link SharedData}, folder by folder. A floor that a change lowers is in docs/experiments. */
@Tag("accuracy")
class SharedPicturesIT {
    private static DigitModel model;
    private static Reader reader;
    private static Path data;

    @BeforeAll
    static void load() {
        data = SharedData.folder();
        model = Defaults.model();
        reader = new UprightReader(Defaults.reader(model));
    }

    @AfterAll
    static void close() {
        if (model != null) {
            model.close();
        }
    }

    /** What of an answer is compared with the truth. */
    private enum Compared {
        /** All digits, wherever numbers break. */
        DIGITS,

        /** The numbers. */
        NUMBERS,

        /** The lines as they are written, signs included. */
        TEXT
    }

    /** Pictures, and how many of them have been read right, and with all of their numbers certain. */
    private record Tally(long pictures, long right, long certain) {
        Tally plus(Tally other) {
            return new Tally(pictures + other.pictures, right + other.right, certain + other.certain);
        }
    }

    /** Several folders together have a plus between them; a star is all folders of one. Of letters none is right. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # folders,                                                compared, % right at least, % certain at most
            strings-real/cheque,                                      DIGITS,   79,               45
            strings-real/marks-row,                                   DIGITS,   82,               100
            strings-real/marks-cell,                                  DIGITS,   97,               100
            strings-real/digit-grid-row,                              DIGITS,   95,               100
            strings-real/pen-grey-paper + strings-real/pen-lined-paper + strings-real/page-number + strings-real/demo, \
                                                                      DIGITS,   91,               100
            strings-real/demo,                                        DIGITS,   83,               100
            strings-real/marks-row,                                   NUMBERS,  77,               100
            situations/*,                                             NUMBERS,  88,               100
            pages/*,                                                  NUMBERS,  88,               100
            strings-drawn/*,                                          NUMBERS,  94,               100
            strings-signs/written-number,                             TEXT,     97,               100
            strings-signs/written-decimal,                            TEXT,     91,               100
            strings-signs/written-sum,                                TEXT,     71,               100
            digits/exam-box,                                          DIGITS,   94,               100
            digits/phone-photo,                                       DIGITS,   97,               100
            digits/postal,                                            DIGITS,   97,               100
            digits/digit-grid,                                        DIGITS,   96,               100
            digits/mouse-drawn,                                       DIGITS,   99,               100
            digits/photo-letters,                                     DIGITS,   0,                3
            digits/omniglot,                                          DIGITS,   0,                8
            """)
    void holdsItsFloor(String folders, Compared compared, double right, double certain) throws IOException {
        var tally = new Tally(0, 0, 0);
        for (var folder : folders(folders)) {
            tally = tally.plus(compared == Compared.TEXT ? texts(folder) : numbers(folder, compared));
        }

        System.out.printf(
                Locale.ROOT,
                "%s: %d pictures, %.1f %% right, %.1f %% certain%n",
                folders,
                tally.pictures,
                percent(tally.right, tally),
                percent(tally.certain, tally));
        assertThat(tally.pictures).as("%s: pictures", folders).isPositive();
        assertThat(percent(tally.right, tally)).as("%s: %% right", folders).isGreaterThanOrEqualTo(right);
        assertThat(percent(tally.certain, tally)).as("%s: %% certain", folders).isLessThanOrEqualTo(certain);
    }

    private static double percent(long count, Tally tally) {
        return 100.0 * count / tally.pictures;
    }

    private static List<Path> folders(String names) throws IOException {
        var folders = new ArrayList<Path>();
        for (String name : names.split("\\+")) {
            var folder = data.resolve(name.strip().replace("/*", ""));
            if (name.strip().endsWith("/*")) {
                try (var within = Files.list(folder)) {
                    within.filter(Files::isDirectory).sorted().forEach(folders::add);
                }
            } else {
                folders.add(folder);
            }
        }
        return folders;
    }

    private static Tally numbers(Path folder, Compared compared) throws IOException {
        var score = StringScore.of(reader, Defaults.decoder(), folder, compared == Compared.DIGITS, false);
        return new Tally(score.answers().size(), score.right(), score.certain());
    }

    /** Of a folder whose truths stand in {@code labels.tsv}. */
    private static Tally texts(Path folder) throws IOException {
        var tally = new Tally(0, 0, 0);
        for (String row : Files.readAllLines(folder.resolve("labels.tsv"))) {
            String[] label = row.split("\t");
            byte[] picture = Files.readAllBytes(folder.resolve(label[0]));
            var reading = reader.read(Defaults.decoder().decode(picture, Polarity.AUTO), Expectation.ANY);
            String read = reading.lines().stream().map(ReadLine::text).collect(Collectors.joining());
            boolean certain =
                    !reading.numbers().isEmpty() && reading.numbers().stream().allMatch(ReadNumber::certain);
            tally = tally.plus(new Tally(1, plain(label[1]).equals(plain(read)) ? 1 : 0, certain ? 1 : 0));
        }
        return tally;
    }

    /** Without blanks, and with one way only to write a point, a minus and a times sign. */
    private static String plain(String text) {
        return text.replaceAll("[\\s_]", "")
                .replaceAll("[,·]", ".")
                .replaceAll("[−–—]", "-")
                .replaceAll("[xX*]", "×");
    }
}
