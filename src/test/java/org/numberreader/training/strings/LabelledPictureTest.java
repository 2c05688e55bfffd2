package org.numberreader.training.strings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledPictureTest {
    @TempDir
    private Path folder;

    @Test
    void theNameUpToTheLastDashIsTheTruth() throws IOException {
        for (var name : new String[] {"12_34-a.png", "-b.jpg", "007-c.webp", "notes.txt"}) {
            Files.createFile(folder.resolve(name));
        }

        assertThat(LabelledPicture.in(folder))
                .extracting(LabelledPicture::truth)
                .containsExactly(Truth.named(""), Truth.named("007"), Truth.named("12_34"));
    }

    @Test
    void aTableOfLabelsGoesBeforeTheNames() throws IOException {
        Files.createFile(folder.resolve("9-x.png"));
        Files.writeString(folder.resolve("labels.tsv"), "b.png\t-1.5\n\na.png\t\n");

        assertThat(LabelledPicture.in(folder))
                .containsExactly(
                        new LabelledPicture(folder.resolve("b.png"), Truth.written("-1.5")),
                        new LabelledPicture(folder.resolve("a.png"), Truth.written("")));
    }

    @Test
    void aLabelNeedsATab() throws IOException {
        Files.writeString(folder.resolve("labels.tsv"), "b.png 15\n");

        assertThatThrownBy(() -> LabelledPicture.in(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("without a tab: b.png 15");
    }
}
