package org.numberreader.cli;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.numberreader.image.ImageDecoder;
import org.numberreader.image.ImageLimits;
import org.numberreader.number.NumberReader;
import org.numberreader.number.ReadingConfig;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.segmentation.SegmentationConfig;
import org.numberreader.segmentation.Segmenter;

/** The parts of a reader for the commands, with the same configuration as the service but without its container. */
final class Wiring {
    private final SmallRyeConfig config = new SmallRyeConfigBuilder()
            .addDefaultSources()
            .withMapping(ImageLimits.class)
            .withMapping(SegmentationConfig.class)
            .withMapping(ReadingConfig.class)
            .withValidateUnknown(false)
            .build();

    ImageDecoder decoder() {
        return new ImageDecoder(config.getConfigMapping(ImageLimits.class));
    }

    NumberReader reader(DigitClassifier classifier) {
        return new NumberReader(
                new Segmenter(config.getConfigMapping(SegmentationConfig.class)),
                classifier,
                config.getConfigMapping(ReadingConfig.class));
    }
}
