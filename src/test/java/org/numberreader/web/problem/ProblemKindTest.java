package org.numberreader.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.numberreader.web.access.TooOftenException;
import org.numberreader.web.access.UnauthorizedException;

class ProblemKindTest {
    /** Two kinds may share a status, and its example. */
    @ParameterizedTest
    @EnumSource
    void hasAnExampleInTheDescriptionOfTheApi(ProblemKind kind) throws IOException {
        var example = example(kind.status());

        assertThat(example.get("status").asInt()).isEqualTo(kind.status());
        assertThat(Arrays.stream(ProblemKind.values()).filter(other -> other.status() == kind.status()))
                .anySatisfy(other -> {
                    assertThat(example.get("type").asText()).isEqualTo(other.type());
                    assertThat(example.get("title").asText()).isEqualTo(other.title());
                });
        assertThat(example.get("detail").asText()).isNotEmpty();
    }

    @Test
    void theExamplesOfAccessSayWhatCallersAreTold() throws IOException {
        assertThat(example(401).get("detail").asText()).isEqualTo(new UnauthorizedException().getMessage());
        assertThat(example(429).get("detail").asText()).isEqualTo(new TooOftenException(1).getMessage());
    }

    private static JsonNode example(int status) throws IOException {
        try (var in = ProblemKind.class.getResourceAsStream("/openapi/problem-" + status + ".json")) {
            assertThat(in).as("the example of %d", status).isNotNull();
            return new ObjectMapper().readTree(in);
        }
    }
}
