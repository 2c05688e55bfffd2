package org.numberreader.training.strings;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numberreader.DrawnNumbers;
import org.numberreader.decoding.Evidence;
import org.numberreader.image.ImageDecoder;
import org.numberreader.image.ImageLimits;
import org.numberreader.training.evaluation.Example;

/** Pictures whose reading is scripted. */
class ConfidenceExamTest {
    private static final ImageLimits LIMITS =
            new SmallRyeConfigBuilder().withMapping(ImageLimits.class).build().getConfigMapping(ImageLimits.class);

    @TempDir
    private Path folder;

    private final ConfidenceExam exam = new ConfidenceExam(
            picture -> new Evidence(ScriptedReading.of("12_35"), List.of(new double[] {1}, new double[] {2})),
            new ImageDecoder(LIMITS));

    @Test
    void eachNumberOfTheAnswerIsAnExampleWithItsFeatures() throws IOException {
        var file = folder.resolve("12_34-a.png");
        ImageIO.write(DrawnNumbers.paper(60, 40), "png", file.toFile());

        var answer = exam.answer("kind", new LabelledPicture(file, Truth.named("12_34")));

        assertThat(answer.kind()).isEqualTo("kind");
        assertThat(answer.right()).isFalse();
        assertThat(answer.numbers()).extracting(Example::kind).containsOnly("kind");
        assertThat(answer.numbers()).extracting(Example::right).containsExactly(true, false);
        assertThat(answer.numbers())
                .extracting(example -> example.features()[0])
                .containsExactly(1.0, 2.0);
    }

    @Test
    void aPictureThatIsRefusedIsNotRight() throws IOException {
        var file = Files.writeString(folder.resolve("12-a.gif"), "GIF");

        var answer = exam.answer("kind", new LabelledPicture(file, Truth.named("")));

        assertThat(answer.right()).isFalse();
        assertThat(answer.numbers()).isEmpty();
    }
}
