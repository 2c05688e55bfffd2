package org.numberreader.cli.output;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.numberreader.recognition.ModelCard;
import org.numberreader.training.evaluation.Calibration;
import org.numberreader.training.evaluation.RiskCoverage;
import org.numberreader.training.strings.StringAnswer;
import org.numberreader.training.strings.StringScore;

/**
 * What the reader came to on folders of labelled pictures.
 *
 * @param calibrationError of the numbers' confidences; so {@code reliability}
 * @param riskCoverage of the pictures in which something was read
 */
public record PicturesReport(
        String model,
        String sha256,
        Figures all,
        List<Figures> folders,
        double calibrationError,
        List<Calibration.Bin> reliability,
        RiskCoverage riskCoverage)
        implements Report {

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
     * @param certainShare the certain ones among all pictures, 0 to 1
     * @param certainAccuracy the right ones among the certain ones, 0 to 1; 0 where there are none
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
            long certainRight,
            double certainShare,
            double certainAccuracy) {
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
                    score.certainRight(),
                    (double) score.certain() / Math.max(1, pictures),
                    (double) score.certainRight() / Math.max(1, score.certain()));
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
        var all = StringScore.all(scores);
        return new PicturesReport(
                card.name(),
                card.sha256(),
                Figures.of(all),
                scores.stream().map(Figures::of).toList(),
                all.calibration().error(),
                all.calibration().bins(),
                all.coverage());
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
        text.append(String.format(
                Locale.ROOT,
                "\nnumbers: expected calibration error %.2f %%; area under risk and coverage %.2f %%\n",
                100 * calibrationError,
                100 * riskCoverage.area()));
        return text.toString();
    }

    private static String wrong(StringAnswer answer) {
        return String.format(
                Locale.ROOT, "%s\t%s\t%s\t%.3f", answer.picture(), answer.truth(), answer.read(), answer.confidence());
    }
}
