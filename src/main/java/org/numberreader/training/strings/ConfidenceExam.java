package org.numberreader.training.strings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.numberreader.decoding.Evidence;
import org.numberreader.image.ImageDecoder;
import org.numberreader.image.ImageException;
import org.numberreader.image.Picture;
import org.numberreader.image.Polarity;
import org.numberreader.training.evaluation.Example;

/**
 * Has labelled pictures read to learn from what is right. Safe to use from several threads if the reader is.
 *
 * @param reader that hands out its numbers' features
 */
public record ConfidenceExam(Function<Picture, Evidence> reader, ImageDecoder decoder) {

    /**
     * One picture's numbers.
     *
     * @param kind the folder, one for each way of writing
     * @param right whether the picture's whole answer is right
     * @param numbers of the answer, in its order; none where the picture was refused
     */
    public record Answer(String kind, boolean right, List<Example> numbers) {
        public Answer {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * Reads one picture.
     *
     * @throws UncheckedIOException if its file cannot be read
     */
    public Answer answer(String kind, LabelledPicture picture) {
        try {
            var evidence = reader.apply(decoder.decode(Files.readAllBytes(picture.file()), Polarity.AUTO));
            var truth = picture.truth();
            var right = truth.rightNumbers(evidence.reading());
            var numbers = new ArrayList<Example>();
            for (int i = 0; i < right.size(); i++) {
                numbers.add(new Example(kind, evidence.features().get(i), right.get(i)));
            }
            return new Answer(kind, truth.isRight(evidence.reading()), numbers);
        } catch (ImageException e) {
            return new Answer(kind, false, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
