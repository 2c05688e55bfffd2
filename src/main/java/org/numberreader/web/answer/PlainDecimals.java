package org.numberreader.web.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes 0.0006 and not 6.0E-4: the answers are read by people too. */
@Singleton
public class PlainDecimals implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(
                new SimpleModule().addSerializer(double.class, new Plain()).addSerializer(Double.class, new Plain()));
    }

    private static final class Plain extends StdSerializer<Double> {
        private static final long serialVersionUID = 1L;

        Plain() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                var shortest = BigDecimal.valueOf(value).stripTrailingZeros();
                json.writeNumber(
                        shortest.setScale(Math.max(1, shortest.scale())).toPlainString());
            } else {
                json.writeNull();
            }
        }
    }
}
