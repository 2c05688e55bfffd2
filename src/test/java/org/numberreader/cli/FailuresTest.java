package org.numberreader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidationException.Problem;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void tellsOfAConfiguredValueThatIsOutsideItsBoundsWithoutAStackTrace() throws Exception {
        var told = new StringWriter();
        var command = Main.commandLine().setErr(new PrintWriter(told, true));
        var failure = new ConfigValidationException(new Problem[] {new Problem("numbers.reading.certain is 2.0")});

        int code = new Failures().handleExecutionException(failure, command, command.getParseResult());

        assertThat(code).isEqualTo(1);
        assertThat(told.toString()).contains("numbers.reading.certain is 2.0").doesNotContain("at org.numberreader");
    }
}
