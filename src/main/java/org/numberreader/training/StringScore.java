package org.numberreader.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.numberreader.image.ImageDecoder;
import org.numberreader.image.ImageException;
import org.numberreader.image.Polarity;
import org.numberreader.number.Expectation;
import org.numberreader.number.NumberReader;
import org.numberreader.number.ReadNumber;

/**
 * How a folder of labelled pictures was read. A picture's name up to its last dash is the truth: the lines' numbers
 * joined by {@code _}, empty for a picture without numbers.
 */
public record StringScore(String folder, List<Answer> answers) {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "webp", "bmp");

    public StringScore {
        answers = List.copyOf(answers);
    }

    /**
     * One picture's truth and what was read.
     *
     * @param confidence of the least sure number, 0 where there is none
     * @param certain whether there are numbers and all of them are certain
     */
    public record Answer(Path picture, String truth, String read, double confidence, boolean certain) {
        public boolean isRight() {
            return truth.equals(read);
        }

        /** Nothing was read where there is a number. */
        public boolean isUnread() {
            return !isRight() && read.isEmpty();
        }

        /** Something else was read. */
        public boolean isWrong() {
            return !isRight() && !read.isEmpty();
        }
    }

    /**
     * Reads all pictures directly in a folder.
     *
     * @param digitsOnly whether it does not matter where numbers break
     * @param tellLength whether the reader is told the length of pictures with one number
     */
    public static StringScore of(
            NumberReader reader, ImageDecoder decoder, Path folder, boolean digitsOnly, boolean tellLength)
            throws IOException {
        var answers = new ArrayList<Answer>();
        for (var picture : pictures(folder)) {
            answers.add(answer(reader, decoder, picture, digitsOnly, tellLength));
        }
        return new StringScore(String.valueOf(folder.getFileName()), answers);
    }

    public long right() {
        return answers.stream().filter(Answer::isRight).count();
    }

    public long wrong() {
        return answers.stream().filter(Answer::isWrong).count();
    }

    public long unread() {
        return answers.stream().filter(Answer::isUnread).count();
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(StringScore::isPicture).sorted().toList();
        }
    }

    private static boolean isPicture(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static Answer answer(
            NumberReader reader, ImageDecoder decoder, Path picture, boolean digitsOnly, boolean tellLength)
            throws IOException {
        String name = String.valueOf(picture.getFileName());
        String truth = name.substring(0, name.lastIndexOf('-'));
        boolean tell = tellLength && !truth.isEmpty() && !truth.contains("_");
        var expected = tell ? Expectation.digits("" + truth.length(), 3) : Expectation.ANY;
        List<ReadNumber> numbers;
        try {
            numbers = reader.read(decoder.decode(Files.readAllBytes(picture), Polarity.AUTO), expected)
                    .numbers();
        } catch (ImageException e) {
            numbers = List.of();
        }
        String joint = digitsOnly ? "" : "_";
        return new Answer(
                picture,
                digitsOnly ? truth.replace("_", "") : truth,
                numbers.stream().map(ReadNumber::value).collect(Collectors.joining(joint)),
                numbers.stream().mapToDouble(ReadNumber::confidence).min().orElse(0),
                !numbers.isEmpty() && numbers.stream().allMatch(ReadNumber::certain));
    }
}
