package org.numberreader.web.operation;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.numberreader.decoding.ClassicalNumberReader;
import org.numberreader.decoding.LogisticModel;
import org.numberreader.decoding.NumberReader;
import org.numberreader.decoding.ReadingConfig;
import org.numberreader.document.Documents;
import org.numberreader.document.page.DocumentLimits;
import org.numberreader.image.ImageDecoder;
import org.numberreader.image.ImageLimits;
import org.numberreader.recognition.ConvolutionalModel;
import org.numberreader.recognition.DigitModel;
import org.numberreader.recognition.InkModel;
import org.numberreader.recognition.LineModel;
import org.numberreader.web.Readers;
import org.numberreader.web.answer.ModelName;
import org.numberreader.web.gate.Admission;
import org.numberreader.web.gate.UploadBudget;
import org.numberreader.web.gate.UploadConfig;
import org.numberreader.web.gate.WebConfig;

/** Puts the plain classes together, one of each; what owns threads or native memory is closed at shutdown. */
@Dependent
public class Wiring {

    @Produces
    @Singleton
    ImageDecoder decoder(ImageLimits limits) {
        return new ImageDecoder(limits);
    }

    @Produces
    @Singleton
    Documents documents(ImageDecoder decoder, ImageLimits images, DocumentLimits limits, WebConfig config) {
        // Who waits for a page has a worker, which others' pictures could have.
        return new Documents(decoder, images, limits, config.deadline().dividedBy(4));
    }

    @Produces
    @Singleton
    InkModel inkModel() {
        return new InkModel(ConvolutionalModel.packaged("ink"));
    }

    void close(@Disposes InkModel model) {
        model.close();
    }

    @Produces
    @Singleton
    LineModel lineModel() {
        return new LineModel(ConvolutionalModel.packaged("line"));
    }

    void close(@Disposes LineModel model) {
        model.close();
    }

    @Produces
    @Singleton
    DigitModel model(ModelConfig config) {
        return DigitModel.packaged(config.name(), config.engine());
    }

    void close(@Disposes DigitModel model) {
        model.close();
    }

    /** Loaded at the start, for it has 130 kB: the first caller of the method does not wait for it. */
    @Produces
    @Singleton
    @Classical
    DigitModel classicalModel(ModelConfig config) {
        return DigitModel.packaged("base", config.engine());
    }

    void closeClassical(@Disposes @Classical DigitModel model) {
        model.close();
    }

    @Produces
    @Singleton
    NumberReader reader(InkModel ink, LineModel line, DigitModel digit, ReadingConfig config) {
        return new NumberReader(ink::map, line, digit, LogisticModel.packaged()::probability, config);
    }

    @Produces
    @Singleton
    Readers readers(NumberReader learned, LineModel model, @Classical DigitModel base, ReadingConfig config) {
        var classical = new ClassicalNumberReader(base, config);
        return new Readers(learned, ModelName.of(model.card()), classical, ModelName.of(base.card()));
    }

    @Produces
    @Singleton
    Admission admission(WebConfig config, MeterRegistry metrics) {
        int cores = Runtime.getRuntime().availableProcessors();
        var admission = new Admission(config.readingsAtOnce().orElse(cores), config.waiting(), config.deadline());
        metrics.gauge("numbers.readings.running", admission, Admission::running);
        metrics.gauge("numbers.readings.waiting", admission, Admission::waiting);
        return admission;
    }

    /** Each upload's memory is asked for here before it is read. */
    @Produces
    @Singleton
    UploadBudget uploads(UploadConfig config, MeterRegistry metrics) {
        long quarter = Runtime.getRuntime().maxMemory() / 4;
        var budget = new UploadBudget(config.memory().orElse(quarter));
        metrics.gauge("numbers.uploads.bytes", budget, UploadBudget::taken);
        return budget;
    }

    void close(@Disposes Admission admission) {
        admission.close();
    }
}
