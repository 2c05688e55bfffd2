package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Lines of scripted columns, and what the composer makes of them. */
final class ComposerFixture {
    /** As sure of a number as the line recogniser is of its least likely digit. */
    private static final Confidence LEAST_LIKELY = features -> 1 / (1 + Math.exp(-features[0]));

    private record Bounds(double certain, double least) implements ReadingConfig {}

    private ComposerFixture() {}

    /** A line that starts so far right in the picture. */
    static LineText at(String written, double probability, int x) {
        return text(ScriptedColumns.of(written, probability), x, Expectation.ANY);
    }

    static LineText text(ScriptedColumns columns, int x, Expectation expected) {
        return LineText.of(LookedAt.of(List.of(columns.look(x, 20))), expected);
    }

    static NumberComposer.Composed compose(Expectation expected, LineText... texts) {
        return compose(1, expected, List.of(texts));
    }

    static NumberComposer.Composed compose(double scale, Expectation expected, List<LineText> texts) {
        return new NumberComposer(LEAST_LIKELY, new Bounds(0.95, 0.6))
                .compose(texts, ScriptedDigits.undecided(texts), expected, scale);
    }

    static ReadNumber only(NumberComposer.Composed composed) {
        assertThat(composed.lines()).hasSize(1);
        assertThat(composed.lines().get(0).numbers()).hasSize(1);
        return composed.lines().get(0).numbers().get(0);
    }

    static List<String> values(NumberComposer.Composed composed) {
        return composed.lines().stream()
                .flatMap(line -> line.numbers().stream())
                .map(ReadNumber::value)
                .toList();
    }
}
