package org.numberreader.web.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numberreader.decoding.ReadDigit;
import org.numberreader.decoding.ReadNumber;
import org.numberreader.image.Box;

/** The answer of {@code /predict}: the numbers in reading order. */
@Schema(description = "The numbers in reading order; an empty list where there are none.")
public record Prediction(PictureSize image, List<Found> numbers, ModelName model, Millis millis) {
    public Prediction {
        numbers = List.copyOf(numbers);
    }

    /** One number; its value is text, because leading zeros and length matter. */
    @Schema(name = "Number")
    public record Found(
            @Schema(description = "The digits as written; leading zeros are kept.")
            String value,

            @Schema(description = "That all of it is right, 0 to 1, calibrated.")
            double confidence,

            @Schema(description = "Whether the confidence reaches `numbers.reading.certain`.")
            boolean certain,

            Box box,
            List<Digit> digits,
            List<OtherNumber> alternatives) {
        public Found {
            confidence = Rounded.confidence(confidence);
            digits = List.copyOf(digits);
            alternatives = List.copyOf(alternatives);
        }

        static Found of(ReadNumber read) {
            return new Found(
                    read.value(),
                    read.confidence(),
                    read.certain(),
                    read.box(),
                    read.digits().stream().map(Digit::of).toList(),
                    read.alternatives().stream()
                            .map(other -> new OtherNumber(other.value(), other.confidence()))
                            .toList());
        }
    }

    /** One digit of a number. */
    @Schema(name = "Digit")
    public record Digit(int digit, double confidence, Box box, List<OtherDigit> alternatives) {
        public Digit {
            confidence = Rounded.confidence(confidence);
            alternatives = List.copyOf(alternatives);
        }

        static Digit of(ReadDigit read) {
            var others = read.alternatives().stream().map(other -> new OtherDigit(other.digit(), other.confidence()));
            return new Digit(read.digit(), read.confidence(), read.box(), others.toList());
        }
    }

    /** A runner-up. */
    @Schema(name = "OtherNumber")
    public record OtherNumber(String value, double confidence) {
        public OtherNumber {
            confidence = Rounded.confidence(confidence);
        }
    }

    /** A runner-up. */
    @Schema(name = "OtherDigit")
    public record OtherDigit(int digit, double confidence) {
        public OtherDigit {
            confidence = Rounded.confidence(confidence);
        }
    }

    /** The numbers as they go out. */
    public static List<Found> numbers(List<ReadNumber> read) {
        return read.stream().map(Found::of).toList();
    }
}
