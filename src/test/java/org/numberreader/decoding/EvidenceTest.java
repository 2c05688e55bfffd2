package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.numberreader.DrawnNumbers;
import org.numberreader.image.Picture;
import org.numberreader.recognition.ConvolutionalModel;
import org.numberreader.recognition.DigitScores;
import org.numberreader.recognition.InkModel;
import org.numberreader.recognition.LineModel;

/** The packaged networks with a confidence that tells every number apart, and refuses some. */
class EvidenceTest {
    private static final List<String> LINES = List.of("1704", "36", "925", "80", "417");

    @Test
    void eachNumberHasTheFeaturesThatItsConfidenceIsFrom() {
        var all = evidence(0);
        var some = evidence(0.5);

        assertThat(all.reading().numbers()).hasSizeGreaterThan(2);
        assertThat(some.reading().numbers())
                .isNotEmpty()
                .hasSizeLessThan(all.reading().numbers().size());
        for (var evidence : List.of(all, some)) {
            var numbers = evidence.reading().numbers();
            for (int i = 0; i < numbers.size(); i++) {
                assertThat(numbers.get(i).confidence())
                        .isEqualTo(telling(evidence.features().get(i)));
            }
            assertThat(numbers).extracting(ReadNumber::confidence).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyNumberHasFeatures() {
        var none = new Reading(List.of(), List.of(), 0, 0);

        assertThat(new Evidence(none, List.of()).features()).isEmpty();
        assertThatThrownBy(() -> new Evidence(none, List.of(new double[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 numbers' features for 0 numbers");
    }

    private static Evidence evidence(double least) {
        var unsure = new float[10];
        Arrays.fill(unsure, 0.1f);
        var picture = Picture.of(DrawnNumbers.gray(new DrawnNumbers(3).numbers(LINES, 60)));
        try (var ink = new InkModel(ConvolutionalModel.packaged("ink"));
                var line = new LineModel(ConvolutionalModel.packaged("line"))) {
            var reader = new NumberReader(
                    ink::map,
                    line,
                    frames -> new ArrayList<>(Collections.nCopies(frames.size(), new DigitScores(unsure, 0))),
                    EvidenceTest::telling,
                    new Bounds(least));
            return reader.evidence(picture, Expectation.ANY);
        }
    }

    /** Another confidence for all other features. */
    private static double telling(double[] features) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += (i + 1) * features[i];
        }
        return 0.5 + 0.4 * Math.sin(10 * sum);
    }

    private record Bounds(double least) implements ReadingConfig {
        @Override
        public double certain() {
            return 0.95;
        }
    }
}
