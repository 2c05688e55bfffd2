package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogisticModelTest {
    private static final LogisticModel MODEL = new LogisticModel(List.of("share", "leftOut"), List.of(2.0, -4.0), 1);

    @Test
    void weighsTheFeaturesIntoAProbability() {
        assertThat(MODEL.probability(0.5, 0.5)).isEqualTo(0.5);
        assertThat(MODEL.probability(0, 0)).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-15));
    }

    @Test
    void probabilitiesStayWithinZeroAndOneHoweverFarOut() {
        assertThat(MODEL.probability(1e6, 0)).isEqualTo(1);
        assertThat(MODEL.probability(-1e6, 0)).isEqualTo(0);
    }

    @Test
    void comesBackFromJson() throws JsonProcessingException {
        var json = new ObjectMapper();
        String written = json.writeValueAsString(MODEL);

        assertThat(written).isEqualTo("{\"features\":[\"share\",\"leftOut\"],\"weights\":[2.0,-4.0],\"bias\":1.0}");
        assertThat(json.readValue(written, LogisticModel.class)).isEqualTo(MODEL);
    }

    @Test
    void jsonWithoutABiasIsRefused() {
        assertThatThrownBy(() -> new ObjectMapper()
                        .readValue("{\"features\":[\"share\"],\"weights\":[2.0]}", LogisticModel.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("bias");
    }

    @Test
    void namesAndWeightsHaveToMatch() {
        assertThatThrownBy(() -> new LogisticModel(List.of("share"), List.of(1.0, 2.0), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogisticModel(List.of("share", "share"), List.of(1.0, 2.0), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersHaveToBeFinite() {
        assertThatThrownBy(() -> new LogisticModel(List.of("share"), List.of(Double.NaN), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogisticModel(List.of(), List.of(), Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void valuesHaveToFitTheFeatures() {
        assertThatThrownBy(() -> MODEL.probability(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MODEL.probability(1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leftOut");
    }
}
