package org.numberreader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
    @Test
    void leavesAFolderOfSomethingElseAlone(@TempDir Path folder) throws IOException {
        Path thesis = Files.writeString(folder.resolve("thesis.txt"), "mine");

        assertThatThrownBy(() -> new ModelFolder(folder)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(thesis).hasContent("mine");
    }

    @Test
    void leavesNothingBesideItsPlaceWhereItIsNotFinished(@TempDir Path folder) throws IOException {
        try (var making = new ModelFolder(folder.resolve("model"))) {
            assertThat(making).isNotNull();
        }

        assertThat(folder).isEmptyDirectory();
    }
}
