package org.numberreader.cli.output;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.numberreader.recognition.ModelCard;
import org.numberreader.training.strings.StringAnswer;
import org.numberreader.training.strings.StringScore;

/** What the reader came to on folders of labelled pictures. */
public record PicturesReport(String model, String sha256, Figures all, List<Figures> folders) implements Report {

    /**
     * What one folder, or all of them, came to.
     *
     * @param right the whole answer equals the truth
     * @param wrong it says something else
     * @param unread it says nothing where there is a truth, or the picture was refused
     * @param accuracy the right ones' share, 0 to 1
     * @param characters 1 less edit distance over length, 0 to 1
     * @param certain pictures whose every number is certain
     * @param certainRight how many of those are right
     */
    public record Figures(
            String folder,
            int pictures,
            long right,
            long wrong,
            long unread,
            double accuracy,
            double characters,
            long certain,
            long certainRight) {
        static Figures of(StringScore score) {
            int pictures = score.answers().size();
            return new Figures(
                    score.folder(),
                    pictures,
                    score.right(),
                    score.wrong(),
                    score.unread(),
                    (double) score.right() / Math.max(1, pictures),
                    score.characterAccuracy(),
                    score.certain(),
                    score.certainRight());
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%-16s%9d%8d%8.1f%8d%8d%9.2f%9d%15d\n",
                    folder,
                    pictures,
                    right,
                    100 * accuracy,
                    wrong,
                    unread,
                    100 * characters,
                    certain,
                    certainRight);
        }
    }

    public static PicturesReport of(ModelCard card, List<StringScore> scores) {
        var all = new StringScore(
                "all",
                scores.stream().flatMap(score -> score.answers().stream()).toList());
        return new PicturesReport(
                card.name(),
                card.sha256(),
                Figures.of(all),
                scores.stream().map(Figures::of).toList());
    }

    /** A line of picture, truth, answer and confidence, between tabs, for each answer that is not right. */
    public static List<String> wrong(List<StringScore> scores) {
        return scores.stream()
                .flatMap(score -> score.answers().stream())
                .filter(answer -> !answer.isRight())
                .map(PicturesReport::wrong)
                .toList();
    }

    @Override
    public String text() {
        var text = new StringBuilder(String.format(
                "%-16s%9s%8s%8s%8s%8s%9s%9s%15s\n",
                "folder", "pictures", "right", "%", "wrong", "unread", "char %", "certain", "certain, right"));
        Stream.concat(folders.stream(), Stream.of(all)).map(Figures::line).forEach(text::append);
        return text.toString();
    }

    private static String wrong(StringAnswer answer) {
        return String.format(
                Locale.ROOT, "%s\t%s\t%s\t%.3f", answer.picture(), answer.truth(), answer.read(), answer.confidence());
    }
}
