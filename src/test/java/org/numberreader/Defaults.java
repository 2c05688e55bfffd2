package org.numberreader;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.numberreader.decoding.ClassicalNumberReader;
import org.numberreader.decoding.LogisticModel;
import org.numberreader.decoding.NumberReader;
import org.numberreader.decoding.ReadingConfig;
import org.numberreader.document.Documents;
import org.numberreader.document.page.DocumentLimits;
import org.numberreader.image.ImageDecoder;
import org.numberreader.image.ImageLimits;
import org.numberreader.recognition.ConvolutionalModel;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.recognition.DigitModel;
import org.numberreader.recognition.InkModel;
import org.numberreader.recognition.LineModel;

/** The parts of a reader with the defaults that stand in the code, and none of the machine's configuration. */
public final class Defaults {
    private static final SmallRyeConfig CONFIG = new SmallRyeConfigBuilder()
            .withMapping(ImageLimits.class)
            .withMapping(DocumentLimits.class)
            .withMapping(ReadingConfig.class)
            .build();

    private Defaults() {}

    /** The model that the service reads with; to be closed. */
    public static DigitModel model() {
        var properties = new Properties();
        try (InputStream in = Defaults.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DigitModel.packaged(properties.getProperty("numbers.model.name"));
    }

    public static ImageLimits limits() {
        return CONFIG.getConfigMapping(ImageLimits.class);
    }

    public static ImageDecoder decoder() {
        return new ImageDecoder(limits());
    }

    public static DocumentLimits documentLimits() {
        return CONFIG.getConfigMapping(DocumentLimits.class);
    }

    public static Documents documents() {
        return new Documents(decoder(), limits(), documentLimits());
    }

    /** Whose pages may take so long to be drawn. */
    public static Documents documents(int drawingMillis) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(DocumentLimits.class)
                .withDefaultValue("numbers.document.drawing-millis", String.valueOf(drawingMillis))
                .build();
        return new Documents(decoder(), limits(), config.getConfigMapping(DocumentLimits.class));
    }

    public static ClassicalNumberReader classicalReader(DigitClassifier classifier) {
        return new ClassicalNumberReader(classifier, CONFIG.getConfigMapping(ReadingConfig.class));
    }

    public static NumberReader reader(DigitClassifier classifier) {
        return new NumberReader(
                Networks.INK::map,
                Networks.LINE,
                classifier,
                LogisticModel.packaged()::probability,
                CONFIG.getConfigMapping(ReadingConfig.class));
    }

    /** Loaded once, when first a reader is wanted, and kept until the process ends: most tests want none. */
    private static final class Networks {
        static final InkModel INK = new InkModel(ConvolutionalModel.packaged("ink"));
        static final LineModel LINE = new LineModel(ConvolutionalModel.packaged("line"));

        private Networks() {}
    }
}
