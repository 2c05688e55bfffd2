package org.numberreader.training.strings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.numberreader.decoding.Expectation;
import org.numberreader.decoding.ReadNumber;
import org.numberreader.decoding.Reader;
import org.numberreader.image.ImageDecoder;
import org.numberreader.image.ImageException;
import org.numberreader.image.Polarity;

/**
 * Has a reader read labelled pictures. Safe to use from several threads.
 *
 * @param digitsOnly whether it does not matter where numbers break
 * @param tellLength whether the reader is told the length of pictures with one number
 */
public record StringExam(Reader reader, ImageDecoder decoder, boolean digitsOnly, boolean tellLength) {

    /**
     * Reads one picture.
     *
     * @throws UncheckedIOException if its file cannot be read
     */
    public StringAnswer answer(Path picture) {
        String truth = LabelledPicture.truth(picture);
        String compared = digitsOnly ? truth.replace("_", "") : truth;
        try {
            var decoded = decoder.decode(Files.readAllBytes(picture), Polarity.AUTO);
            var numbers = reader.read(decoded, expected(truth)).numbers();
            return new StringAnswer(
                    picture,
                    compared,
                    numbers.stream().map(ReadNumber::value).collect(Collectors.joining(digitsOnly ? "" : "_")),
                    false,
                    numbers.stream().mapToDouble(ReadNumber::confidence).min().orElse(0),
                    !numbers.isEmpty() && numbers.stream().allMatch(ReadNumber::certain),
                    digitsOnly ? Marking.ofDigits(compared, numbers) : Marking.ofNumbers(compared, numbers));
        } catch (ImageException e) {
            return StringAnswer.refused(picture, compared, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Expectation expected(String truth) {
        boolean tell = tellLength && !truth.isEmpty() && !truth.contains("_");
        return tell ? Expectation.digits("" + truth.length(), Expectation.ANY.alternatives()) : Expectation.ANY;
    }
}
