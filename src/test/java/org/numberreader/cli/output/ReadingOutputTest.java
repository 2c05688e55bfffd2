package org.numberreader.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numberreader.decoding.ReadLine;
import org.numberreader.decoding.ReadNumber;
import org.numberreader.decoding.ReadPage;
import org.numberreader.decoding.Reading;
import org.numberreader.decoding.Unread;
import org.numberreader.image.Box;

class ReadingOutputTest {
    private static final FileReading STRUCK = reading(
            "a.png",
            new Unread(new Box(10, 20, 30, 40), Unread.Reason.CROSSED_OUT),
            new Unread(new Box(50, 20, 30, 40), Unread.Reason.NO_NUMBER));

    @TempDir
    private Path folder;

    @Test
    void csvHasARowForHandwritingThatIsInNoNumber() {
        assertThat(written(STRUCK).lines().skip(1))
                .containsExactly("a.png,,,,,10,20,30,40,1,crossed out", "a.png,,,,,50,20,30,40,1,no number");
    }

    @Test
    void csvHasANumberAsDigitsAndAsItIsWritten() {
        assertThat(written(read("-36.6", "1,5")).lines().skip(1))
                .containsExactly(
                        "a.png,-36.6,366,0.7500,false,10,20,30,40,1,", "a.png,\"1,5\",15,0.7500,false,10,20,30,40,1,");
    }

    @Test
    void textHasNumbersAsTheyAreWritten() {
        assertThat(written(Format.TEXT, read("-36.6", "1,5"))).isEqualTo("a.png: -36.6? 1,5?\n");
    }

    @Test
    void handwritingThatIsInNoNumberIsNoProblemOfARunThatIsResumed() throws IOException {
        Path out = Files.writeString(folder.resolve("out.csv"), written(STRUCK, reading("b.png")));

        var found = Unfinished.in(out, Format.CSV);

        assertThat(found.pictures()).containsExactly("a.png");
        assertThat(found.problems()).isZero();
    }

    private static FileReading read(String... texts) {
        var numbers = Arrays.stream(texts)
                .map(text -> new ReadNumber(
                        text.replaceAll("\\D", ""),
                        text,
                        0.75,
                        false,
                        new Box(10, 20, 30, 40),
                        List.of(),
                        List.of(),
                        List.of()))
                .toList();
        var page = new ReadPage(
                1,
                100,
                100,
                0,
                new Reading(List.of(new ReadLine("", new Box(10, 20, 30, 40), numbers)), List.of(), 0, 0),
                List.of());
        return new FileReading("a.png", List.of(page), null);
    }

    private static String written(FileReading... readings) {
        return written(Format.CSV, readings);
    }

    private static String written(Format format, FileReading... readings) {
        var text = new StringWriter();
        var output = new ReadingOutput(new PrintWriter(text), format);
        output.begin();
        List.of(readings).forEach(output::write);
        return text.toString();
    }

    private static FileReading reading(String file, Unread... unread) {
        var page = new ReadPage(1, 100, 100, 0, new Reading(List.of(), List.of(unread), 0, 0), List.of());
        return new FileReading(file, List.of(page), null);
    }
}
