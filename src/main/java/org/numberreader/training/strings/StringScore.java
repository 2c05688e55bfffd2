package org.numberreader.training.strings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.numberreader.decoding.Reader;
import org.numberreader.image.ImageDecoder;
import org.numberreader.training.evaluation.Calibration;
import org.numberreader.training.evaluation.Judged;
import org.numberreader.training.evaluation.RiskCoverage;

/**
 * How a folder of labelled pictures was read. A picture's name up to its last dash is the truth: the lines' numbers
 * joined by {@code _}, empty for a picture without numbers.
 */
public record StringScore(String folder, List<StringAnswer> answers) {
    /** What is taken for a picture; some of these formats are refused, and a refused picture is an unread one. */
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "webp", "bmp", "gif", "tif", "tiff");

    public StringScore {
        answers = List.copyOf(answers);
    }

    /**
     * Reads all pictures directly in a folder.
     *
     * @param digitsOnly whether it does not matter where numbers break
     * @param tellLength whether the reader is told the length of pictures with one number
     */
    public static StringScore of(
            Reader reader, ImageDecoder decoder, Path folder, boolean digitsOnly, boolean tellLength)
            throws IOException {
        var exam = new StringExam(reader, decoder, digitsOnly, tellLength);
        var answers = new ArrayList<StringAnswer>();
        for (var picture : pictures(folder)) {
            answers.add(exam.answer(picture));
        }
        return new StringScore(String.valueOf(folder.getFileName()), answers);
    }

    /** The pictures directly in a folder, by name. */
    public static List<Path> pictures(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(StringScore::isPicture).sorted().toList();
        }
    }

    public long right() {
        return answers.stream().filter(StringAnswer::isRight).count();
    }

    public long wrong() {
        return answers.stream().filter(StringAnswer::isWrong).count();
    }

    public long unread() {
        return answers.stream().filter(StringAnswer::isUnread).count();
    }

    /** Pictures whose every number is certain. */
    public long certain() {
        return answers.stream().filter(StringAnswer::certain).count();
    }

    /** All folders' pictures together. */
    public static StringScore all(List<StringScore> scores) {
        return new StringScore(
                "all",
                scores.stream().flatMap(score -> score.answers().stream()).toList());
    }

    /** The right ones among the certain ones. */
    public long certainRight() {
        return answers.stream()
                .filter(answer -> answer.certain() && answer.isRight())
                .count();
    }

    /** 1 less the edit distance over the length of the truth, over all pictures; 0 to 1, and 1 if there are none. */
    public double characterAccuracy() {
        long edits = answers.stream().mapToLong(StringAnswer::edits).sum();
        long length = answers.stream().mapToLong(StringAnswer::length).sum();
        return 1 - (double) edits / Math.max(1, length);
    }

    /** Whether numbers are right as often as their confidences say; over the numbers, not the pictures. */
    public Calibration calibration() {
        return Calibration.of(
                answers.stream().flatMap(answer -> answer.numbers().stream()).toList());
    }

    /** How many pictures are wrong if only the most confident ones are kept, of those in which something was read. */
    public RiskCoverage coverage() {
        return RiskCoverage.of(answers.stream()
                .filter(answer -> !answer.numbers().isEmpty())
                .map(answer -> new Judged(answer.confidence(), answer.isRight()))
                .toList());
    }

    private static boolean isPicture(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
