package org.numberreader.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
                .containsExactly("a.png,,,,10,20,30,40,1,crossed out", "a.png,,,,50,20,30,40,1,no number");
    }

    @Test
    void handwritingThatIsInNoNumberIsNoProblemOfARunThatIsResumed() throws IOException {
        Path out = Files.writeString(folder.resolve("out.csv"), written(STRUCK, reading("b.png")));

        var found = Unfinished.in(out, Format.CSV);

        assertThat(found.pictures()).containsExactly("a.png");
        assertThat(found.problems()).isZero();
    }

    private static String written(FileReading... readings) {
        var text = new StringWriter();
        var output = new ReadingOutput(new PrintWriter(text), Format.CSV);
        output.begin();
        List.of(readings).forEach(output::write);
        return text.toString();
    }

    private static FileReading reading(String file, Unread... unread) {
        var page = new ReadPage(1, 100, 100, 0, new Reading(List.of(), List.of(unread), 0, 0), List.of());
        return new FileReading(file, List.of(page), null);
    }
}
