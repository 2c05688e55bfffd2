package org.numberreader.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numberreader.decoding.Feature.Effect;

class FeatureTest {
    @ParameterizedTest
    @CsvSource({
        "RAISES, 0.5, true",
        "RAISES, 0, true",
        "RAISES, -0.5, false",
        "LOWERS, 0.5, false",
        "LOWERS, 0, true",
        "LOWERS, -0.5, true",
        "EITHER, 0.5, true",
        "EITHER, -0.5, true"
    })
    void anEffectAllowsASign(Effect effect, double weight, boolean allowed) {
        assertThat(effect.allows(weight)).isEqualTo(allowed);
    }

    @Test
    void thePackagedConfidenceWeighsWhatIsComputedAndNoOtherWay() {
        var packaged = LogisticModel.packaged();

        assertThat(packaged.features()).isEqualTo(ConfidenceFeatures.NAMES).doesNotHaveDuplicates();
        for (int i = 0; i < packaged.weights().size(); i++) {
            var feature = ConfidenceFeatures.ALL.get(i);
            assertThat(feature.effect().allows(packaged.weights().get(i)))
                    .as(feature.name())
                    .isTrue();
        }
    }
}
