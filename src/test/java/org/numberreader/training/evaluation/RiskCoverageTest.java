package org.numberreader.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RiskCoverageTest {
    @Test
    void riskIsTheShareOfWrongAnswersAmongTheKept() {
        var found = RiskCoverage.of(
                List.of(new Judged(0.6, false), new Judged(0.9, true), new Judged(0.8, false), new Judged(0.7, true)));

        assertThat(found.points())
                .containsExactly(
                        new RiskCoverage.Point(1, 0.5, 0.6),
                        new RiskCoverage.Point(0.75, 1 / 3.0, 0.7),
                        new RiskCoverage.Point(0.5, 0.5, 0.8),
                        new RiskCoverage.Point(0.25, 0, 0.9));
        assertThat(found.area()).isCloseTo((0 + 0.5 + 1 / 3.0 + 0.5) / 4, within(1e-9));
    }

    @Test
    void answersOfOneConfidenceAreKeptTogether() {
        var found = RiskCoverage.of(List.of(new Judged(1, true), new Judged(1, false)));

        assertThat(found.points()).containsExactly(new RiskCoverage.Point(1, 0.5, 1));
        assertThat(found.area()).isEqualTo(0.5);
    }

    @Test
    void nothingHasNoPoints() {
        assertThat(RiskCoverage.of(List.of()).points()).isEmpty();
    }
}
