package org.numberreader.cli.output;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.numberreader.decoding.ReadDigit;
import org.numberreader.decoding.ReadPage;

/** JSON as the commands print it: numbers as the service answers them, on one line. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .addMixIn(ReadDigit.class, WithoutPixels.class)
            .addMixIn(ReadPage.class, WithoutReading.class)
            .registerModule(new SimpleModule()
                    .addSerializer(double.class, new Rounded())
                    .addSerializer(Double.class, new Rounded()));

    private Json() {}

    static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every record can be written", e);
        }
    }

    /** A digit's outline and what the network saw are not asked for here. */
    @JsonIgnoreProperties({"outline", "frame"})
    private interface WithoutPixels {}

    /** A page's numbers stand beside it. */
    @JsonIgnoreProperties("reading")
    private interface WithoutReading {}

    /** Six decimals, finer than any interval; 0.0006 and not 6.0E-4. */
    private static final class Rounded extends StdSerializer<Double> {
        private static final long serialVersionUID = 1L;
        private static final int DECIMALS = 6;

        Rounded() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            var rounded = BigDecimal.valueOf(value)
                    .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros();
            json.writeNumber(rounded.setScale(Math.max(1, rounded.scale())).toPlainString());
        }
    }
}
