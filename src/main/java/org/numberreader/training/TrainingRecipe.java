package org.numberreader.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.numberreader.recognition.DigitNetwork;

/**
 * How a network is trained.
 *
 * @param epochs passes over the training pictures
 * @param batch pictures a step
 * @param rate Adam's highest learning rate: risen to over the first fifth of the steps, then down to 0 along a cosine
 *     (Smith, 2018)
 * @param averaging decay of the weight average, a step
 * @param augmentation how the pictures are changed each time they are seen
 * @param distillation how it learns from teachers, if there are any; null if from labels alone
 */
public record TrainingRecipe(
        int epochs,
        int batch,
        double rate,
        double averaging,
        Augmentation augmentation,
        @Nullable Distillation distillation) {
    /** The same pictures whatever the training's seed, so that trainings compare. */
    private static final long CHOOSING = 20_261_125L;

    /**
     * What suits the base network: 32 features before its dense layers underfit under strong augmentation, unless it is
     * taught; and MNIST's digits are centred, so that shifts of 7 % cost what bends gain.
     */
    public static TrainingRecipe base() {
        return new TrainingRecipe(
                50, 128, 3e-3, 0.999, new Augmentation(10, 0.12, 0.18, 0.03, 0.75), new Distillation(4, 0.9));
    }

    /** What suits the reading network, which has room for more variety. */
    public static TrainingRecipe reader() {
        return new TrainingRecipe(50, 128, 4e-3, 0.999, new Augmentation(10, 0.1, 0.15, 0.06, 0.6), null);
    }

    /** What suits the networks that teach, which learn MNIST's digits alone. */
    public static TrainingRecipe teacher() {
        return new TrainingRecipe(16, 128, 4e-3, 0.999, new Augmentation(10, 0.1, 0.15, 0.04, 0.6), null);
    }

    /** The recipe of a network. */
    public static TrainingRecipe of(DigitNetwork network) {
        return switch (network) {
            case BASE -> base();
            case READER -> reader();
            case TEACHER -> teacher();
        };
    }

    /** What a network learns from. */
    Samples samples(DigitNetwork network, LabelledDigits digits, long seed) {
        return network == DigitNetwork.READER
                ? ReadingSamples.withPages(digits, augmentation, new Augmentation(10, 0.15, 0.25, 0, 0), 0.9, seed)
                : Samples.of(digits, augmentation);
    }

    /**
     * What an epoch is chosen on: digits that are never trained on, for the reading network as it meets them, spoilt, found
     * on pages, and with what is no digit. On MNIST's own pictures its epochs differ by chance only.
     */
    LabelledDigits choosing(DigitNetwork network, LabelledDigits validation) {
        return network == DigitNetwork.READER
                ? LabelledDigits.drawn(samples(network, validation, CHOOSING), new Random(CHOOSING))
                : validation;
    }

    /** The same with another number of epochs. */
    public TrainingRecipe withEpochs(int other) {
        return new TrainingRecipe(other, batch, rate, averaging, augmentation, distillation);
    }

    /** The same from labels alone. */
    public TrainingRecipe untaught() {
        return new TrainingRecipe(epochs, batch, rate, averaging, augmentation, null);
    }

    /**
     * As a model card keeps it.
     *
     * @param teachers the SHA-256 of their weights
     */
    Map<String, Object> described(List<String> teachers) {
        var description = new LinkedHashMap<String, Object>();
        description.put("optimiser", "Adam");
        description.put("loss", "softmax cross-entropy");
        if (!teachers.isEmpty()) {
            description.put("teachers", teachers);
        }
        new ObjectMapper()
                .convertValue(this, Map.class)
                .forEach((name, value) -> description.put(String.valueOf(name), value));
        return description;
    }
}
