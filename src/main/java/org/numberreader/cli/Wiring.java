package org.numberreader.cli;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.numberreader.config.Bounds;
import org.numberreader.decoding.ClassicalNumberReader;
import org.numberreader.decoding.LogisticModel;
import org.numberreader.decoding.Method;
import org.numberreader.decoding.NumberReader;
import org.numberreader.decoding.Reader;
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
import org.numberreader.recognition.ModelEngine;

/** The parts of a reader for the commands, with the same configuration as the service but without its container. */
final class Wiring {
    /** Below the environment (300) and system properties (400), as in the service. */
    private static final int ORDINAL = 250;

    /** They tell what is odd in a file, which the row of the file does. Kept: Java forgets the level with the logger. */
    private static final List<Logger> PDFBOX = Stream.of("org.apache.pdfbox", "org.apache.fontbox")
            .map(Logger::getLogger)
            .toList();

    private final SmallRyeConfig config = new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .addDefaultSources()
            .withSources(applicationProperties())
            .withMapping(ImageLimits.class)
            .withMapping(DocumentLimits.class)
            .withMapping(ReadingConfig.class)
            .withValidator(new Bounds())
            .withValidateUnknown(false)
            .build();

    ImageLimits limits() {
        return config.getConfigMapping(ImageLimits.class);
    }

    ImageDecoder decoder() {
        return new ImageDecoder(limits());
    }

    Documents documents() {
        PDFBOX.forEach(log -> log.setLevel(Level.OFF));
        return new Documents(decoder(), limits(), config.getConfigMapping(DocumentLimits.class));
    }

    ReadingConfig reading() {
        return config.getConfigMapping(ReadingConfig.class);
    }

    /** The reader of a method. */
    Reader reader(Method method, DigitClassifier classifier) {
        return method == Method.CLASSICAL ? new ClassicalNumberReader(classifier, reading()) : reader(classifier);
    }

    NumberReader reader(DigitClassifier classifier) {
        return new NumberReader(
                Networks.INK::map, Networks.LINE, classifier, LogisticModel.packaged()::probability, reading());
    }

    /** As {@link #model(String, ModelEngine)}, but where the model is null, the one that the service reads with by this method. */
    DigitModel model(Method method, @Nullable String model, @Nullable ModelEngine engine) {
        return model(method == Method.CLASSICAL && model == null ? "base" : model, engine);
    }

    /**
     * Loads a model.
     *
     * @param model a packaged model's name, or a folder's path, which has a slash; null for the service's own
     * @param engine that runs it; null for the service's own
     * @throws IllegalArgumentException if no model of that name is packaged
     * @throws UncheckedIOException if the folder has no model
     */
    DigitModel model(@Nullable String model, @Nullable ModelEngine engine) {
        var running = engine == null ? config.getValue("numbers.model.engine", ModelEngine.class) : engine;
        String wanted = model == null ? config.getValue("numbers.model.name", String.class) : model;
        if (wanted.contains("/") || wanted.contains("\\")) {
            return DigitModel.from(Path.of(wanted), running);
        }
        if (Wiring.class.getClassLoader().getResource("models/" + wanted + "/" + DigitModel.CARD) == null) {
            throw new IllegalArgumentException("No packaged model is named " + wanted
                    + ". For a folder, give a path with a slash, for example ./" + wanted + ".");
        }
        return DigitModel.packaged(wanted, running);
    }

    private static PropertiesConfigSource applicationProperties() {
        var file = Wiring.class.getClassLoader().getResource("application.properties");
        if (file == null) {
            throw new IllegalStateException("not packaged: application.properties");
        }
        try {
            return new PropertiesConfigSource(file, ORDINAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loaded once, when first a reader is wanted, and kept until the process ends. */
    private static final class Networks {
        static final InkModel INK = new InkModel(ConvolutionalModel.packaged("ink"));
        static final LineModel LINE = new LineModel(ConvolutionalModel.packaged("line"));

        private Networks() {}
    }
}
