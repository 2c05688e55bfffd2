package org.numberreader.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.numberreader.recognition.DigitNetwork;
import org.numberreader.training.teaching.Teachers;
import org.numberreader.training.teaching.Teaching;

/**
 * How a network that names one digit is trained. {@link SceneTrainingRun} and its tasks have what {@code line} and {@code ink} are trained by.
 *
 * @param epochs passes over the training pictures
 * @param batch pictures a step
 * @param rate Adam's highest learning rate: risen to over the first fifth of the steps, then down to 0 along a cosine
 *     (Smith, 2018)
 * @param largestNorm what the norm of a step's gradients is brought down to, 0 for as they are
 * @param weightDecay what all weights shrink by in a step, times the rate (Loshchilov and Hutter, 2019)
 * @param averaging decay of the weight average, a step
 * @param augmentation how the pictures are changed each time they are seen
 * @param spoilt the share of MNIST's digits that are spoilt as pictures spoil them; of {@code digit} alone
 * @param teaching what it learns from besides the labels
 */
public record DigitRecipe(
        int epochs,
        int batch,
        double rate,
        double largestNorm,
        double weightDecay,
        double averaging,
        Augmentation augmentation,
        double spoilt,
        @JsonIgnore Teaching teaching) {
    /** The same pictures whatever the training's seed, so that trainings compare. */
    private static final long CHOOSING = 20_261_125L;

    /**
     * What suits a network.
     *
     * @param teachers by whom it learns too, if there are any
     * @throws IllegalArgumentException if it is one that teaches, and there are any
     */
    public static DigitRecipe of(DigitNetwork network, Teachers teachers) {
        if (!teachers.isEmpty() && network == DigitNetwork.TEACHER) {
            throw new IllegalArgumentException("the network teacher learns from labels alone; omit --teacher");
        }
        return switch (network) {
            case BASE -> teachers.isEmpty() ? base() : base(teachers);
            case DIGIT -> digit(teachers);
            case TEACHER -> teacher();
        };
    }

    /**
     * What suits the base network: 32 features before its dense layers underfit under stronger augmentation, and MNIST's
     * digits are centred, so that shifts of 7 % cost what bends gain (99.16 % of the test pictures; so, 99.26 %).
     */
    public static DigitRecipe base() {
        return new DigitRecipe(
                50, 128, 3e-3, 0, 0, 0.999, new Augmentation(8, 0.08, 0.12, 0.025, 0.5), 0, Teaching.NONE);
    }

    /** What suits the base network with teachers, by whom it learns from stronger augmentation too. */
    private static DigitRecipe base(Teachers teachers) {
        return new DigitRecipe(
                45,
                128,
                3e-3,
                0,
                0,
                0.999,
                new Augmentation(10, 0.12, 0.18, 0.03, 0.75),
                0,
                new Teaching(teachers, 4, 0.1, 0.9, 1));
    }

    /**
     * What suits the digit network: MNIST's own digits mostly as they are, by whose likelihoods the teachers speak, and all others
     * besides.
     */
    private static DigitRecipe digit(Teachers teachers) {
        var teaching = teachers.isEmpty() ? Teaching.NONE : new Teaching(teachers, 3, 0.4, 0.4, 1);
        return new DigitRecipe(
                16, 128, 3e-3, 2, 0.01, 0.999, new Augmentation(10, 0.1, 0.15, 0.05, 0.6), 0.15, teaching);
    }

    /** What suits the networks that teach, which learn MNIST's digits alone. */
    private static DigitRecipe teacher() {
        return new DigitRecipe(
                16, 128, 4e-3, 0, 0, 0.999, new Augmentation(10, 0.1, 0.15, 0.04, 0.6), 0, Teaching.NONE);
    }

    /** What a network learns from. */
    Samples samples(DigitNetwork network, LabelledDigits digits, long seed) {
        return network.classes() > 10
                ? ReadingSamples.withLines(
                        digits, augmentation, new Augmentation(10, 0.15, 0.25, 0, 0), spoilt, 0.5, seed)
                : Samples.of(digits, augmentation);
    }

    /**
     * What an epoch is chosen on: digits that are never trained on, for {@code digit} as it meets them, spoilt, found
     * on lines, and with what is no digit. On MNIST's own pictures its epochs differ by chance only.
     */
    LabelledDigits choosing(DigitNetwork network, LabelledDigits validation) {
        return network.classes() > 10
                ? LabelledDigits.drawn(samples(network, validation, CHOOSING), new Random(CHOOSING))
                : validation;
    }

    /** The same with another number of epochs. */
    public DigitRecipe withEpochs(int other) {
        return new DigitRecipe(other, batch, rate, largestNorm, weightDecay, averaging, augmentation, spoilt, teaching);
    }

    /** As a model card keeps it. */
    Map<String, Object> described() {
        var description = new LinkedHashMap<String, Object>();
        description.put("optimiser", "AdamW");
        description.put("loss", teaching.isNone() ? "softmax cross-entropy" : "softmax cross-entropy, distillation");
        new ObjectMapper()
                .convertValue(this, Map.class)
                .forEach((name, value) -> description.put(String.valueOf(name), value));
        description.put("teaching", teaching.described());
        return description;
    }
}
