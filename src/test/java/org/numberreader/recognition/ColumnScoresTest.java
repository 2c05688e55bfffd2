package org.numberreader.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.numberreader.image.Raster;

class ColumnScoresTest {
    private static final int COLUMNS = 3;

    private final float[] values = new float[LineNetwork.CHANNELS * COLUMNS];

    @Test
    void aColumnsProbabilitiesSumTo1() {
        set(Symbol.SEVEN, 1, 90); // far beyond what an exponential of floats can take
        set(Symbol.ONE, 1, 89);
        var scores = scores();

        for (int column = 0; column < COLUMNS; column++) {
            double sum = 0;
            for (var symbol : Symbol.all()) {
                sum += scores.probability(column, symbol);
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
        }
        assertThat(scores.probability(1, Symbol.SEVEN)).isCloseTo(0.731f, within(1e-3f));
        assertThat(scores.probability(1, Symbol.ONE)).isCloseTo(0.269f, within(1e-3f));
    }

    @Test
    void theHighestLogitIsTheLikeliestSymbol() {
        set(Symbol.NONE, 0, 1);
        set(Symbol.FOUR, 1, 2);
        set(Symbol.COMMA, 2, 3);
        var scores = scores();

        assertThat(scores.columns()).isEqualTo(COLUMNS);
        assertThat(scores.likeliest(0)).isEqualTo(Symbol.NONE);
        assertThat(scores.likeliest(1)).isEqualTo(Symbol.FOUR);
        assertThat(scores.likeliest(2)).isEqualTo(Symbol.COMMA);
    }

    @Test
    void withoutSignsASignIsNothing() {
        set(Symbol.SLASH, 1, 90);
        set(Symbol.NONE, 1, 90);
        set(Symbol.ONE, 1, 90);
        var scores = scores().withoutSigns();

        assertThat(scores.probability(1, Symbol.SLASH)).isZero();
        assertThat(scores.probability(1, Symbol.ONE)).isCloseTo(1 / 3f, within(1e-3f));
        assertThat(scores.probability(1, Symbol.NONE)).isCloseTo(2 / 3f, within(1e-3f));
        assertThat(scores.left(1)).isEqualTo(scores().left(1));
    }

    @Test
    void edgesAreInPixelsOfTheLine() {
        for (int side = 0; side < LineNetwork.BOX; side++) {
            values[(Symbol.all().size() + side) * COLUMNS + 2] = 0.1f * (side + 1);
        }
        var scores = scores();

        assertThat(ColumnScores.centre(2)).isEqualTo(10);
        assertThat(scores.left(2)).isCloseTo(10 - 4, within(1e-5));
        assertThat(scores.top(2)).isCloseTo(20 - 8, within(1e-5));
        assertThat(scores.right(2)).isCloseTo(10 + 12, within(1e-5));
        assertThat(scores.bottom(2)).isCloseTo(20 + 16, within(1e-5));
    }

    @Test
    void anotherNetworksOutputIsRefused() {
        assertThatThrownBy(() -> new ColumnScores(new Raster(4, 1, 2, new float[8])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 1 of 4");
    }

    private void set(Symbol symbol, int column, float logit) {
        values[symbol.ordinal() * COLUMNS + column] = logit;
    }

    private ColumnScores scores() {
        return new ColumnScores(new Raster(LineNetwork.CHANNELS, 1, COLUMNS, values));
    }
}
