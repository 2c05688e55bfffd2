package org.numberreader.web.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecondWallTest {
    private static final long MAX_PIXELS = 25_000_000;

    @Test
    void saysWhatToSetWhereNothingIsSet() {
        assertThat(SecondWall.complaint(null, MAX_PIXELS))
                .hasValueSatisfying(told -> assertThat(told).contains("OPENCV_IO_MAX_IMAGE_PIXELS=25000000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24999999", "-1", "many", "99999999999999999999"})
    void complainsOfAWallThatIsNone(String value) {
        assertThat(SecondWall.complaint(value, MAX_PIXELS)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "many, false, true",
        "'', false, true",
        "24999999, false, false",
        "24999999, true, true",
        ", false, false"
    })
    void endsTheStartWhereOpenCvCanNotBeLoadedOrAWallIsRequired(String value, boolean required, boolean ends) {
        assertThat(SecondWall.endsTheStart(value, required)).isEqualTo(ends);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25000000", "30000000"})
    void isContentWithAWallAtOrBehindTheLimit(String value) {
        assertThat(SecondWall.complaint(value, MAX_PIXELS)).isEmpty();
    }
}
