package org.numberreader.training.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.numberreader.image.GrayImage;
import org.numberreader.image.ImageDecoder;
import org.numberreader.image.ImageException;
import org.numberreader.image.Mats;
import org.numberreader.image.PictureWriter;
import org.numberreader.image.Polarity;
import org.numberreader.recognition.ModelCard;
import org.numberreader.training.strings.StringAnswer;
import org.numberreader.training.strings.StringScore;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** The page on what the reader came to on labelled pictures, with those that it did not read right. */
public final class PicturesPage {
    /** Pixels of the longer side on the page: hundreds of photos stay a few megabytes. */
    private static final int SIDE = 240;

    private PicturesPage() {}

    /** @param decoder as the reader has it, to show what it saw */
    public static HtmlPage of(ModelCard card, List<StringScore> scores, ImageDecoder decoder) {
        var all = StringScore.all(scores);
        var page = new HtmlPage("%,d labelled pictures, read with model %s %s"
                .formatted(all.answers().size(), card.name(), card.version()));
        var rows = new ArrayList<List<String>>();
        scores.forEach(score -> rows.add(row(score)));
        rows.add(row(all));
        page.table(
                "Figures",
                "Unread: nothing was read where there is a number, or the picture was refused. Characters: 1 less edit"
                        + " distance over length. Certain: every number of the picture is.",
                List.of(
                        "folder",
                        "pictures",
                        "right",
                        "wrong",
                        "unread",
                        "right, %",
                        "characters, %",
                        "certain",
                        "certain, %",
                        "of those right, %"),
                rows);
        Judgements.add(page, all.calibration(), all.coverage());
        return page.sheet(
                "Not right",
                "The most confident first: truth → read, confidence of the least sure number, file.",
                all.answers().stream()
                        .filter(answer -> !answer.isRight())
                        .sorted(Comparator.comparingDouble(StringAnswer::confidence)
                                .reversed())
                        .map(answer -> tile(answer, decoder))
                        .toList());
    }

    private static List<String> row(StringScore score) {
        long pictures = score.answers().size();
        return List.of(
                score.folder(),
                String.valueOf(pictures),
                String.valueOf(score.right()),
                String.valueOf(score.wrong()),
                String.valueOf(score.unread()),
                share(score.right(), pictures),
                String.format(Locale.ROOT, "%.2f", 100 * score.characterAccuracy()),
                String.valueOf(score.certain()),
                share(score.certain(), pictures),
                share(score.certainRight(), score.certain()));
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f", 100.0 * part / whole);
    }

    private static HtmlPage.Tile tile(StringAnswer answer, ImageDecoder decoder) {
        String caption = String.format(
                Locale.ROOT,
                "%s → %s (%.3f) %s",
                answer.truth().isEmpty() ? "nothing" : answer.truth(),
                answer.read().isEmpty() ? "nothing" : answer.read(),
                answer.confidence(),
                answer.picture().getFileName());
        try {
            var picture = decoder.decode(Files.readAllBytes(answer.picture()), Polarity.AUTO);
            return HtmlPage.Tile.of(PictureWriter.png(small(picture.gray())), caption);
        } catch (ImageException refused) {
            return new HtmlPage.Tile("", caption);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GrayImage small(GrayImage picture) {
        double scale = (double) SIDE / Math.max(picture.width(), picture.height());
        if (scale >= 1) {
            return picture;
        }
        try (var mats = new Mats()) {
            Mat shrunk = mats.create();
            var size = new Size(Math.ceil(picture.width() * scale), Math.ceil(picture.height() * scale));
            Imgproc.resize(mats.of(picture), shrunk, size, 0, 0, Imgproc.INTER_AREA);
            return Mats.picture(shrunk);
        }
    }
}
