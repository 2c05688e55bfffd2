package org.numberreader.training.strokes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Natives;
import org.numberreader.image.PictureWriter;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitModel;

/** Draws contact sheets of the drawn digits and says what the packaged base model reads in them: to look at. */
final class StrokeSheet {
    private static final int CELL = DigitFrame.SIDE + 2;

    private StrokeSheet() {}

    /** Writes target/strokes.png and target/strokes-D.png with a row per style and then what was misread; prints accuracy per digit and style. */
    public static void main(String[] args) throws IOException {
        Natives.load();
        var drawn = new StrokeDigits();
        var rows = new ArrayList<List<DigitFrame>>();
        for (int label = 0; label <= 10; label++) {
            var row = new ArrayList<DigitFrame>();
            var random = new Random(label);
            for (int i = 0; i < 30; i++) {
                row.add(label < 10 ? drawn.digit(label, random) : drawn.nonDigit(random));
            }
            rows.add(row);
        }
        write("strokes", rows);
        var signs = new Random(11);
        write(
                "strokes-10",
                Stream.generate(() -> nonDigits(drawn, signs)).limit(10).toList());
        try (var model = DigitModel.packaged("base")) {
            for (int digit = 0; digit < 10; digit++) {
                score(model, drawn, digit);
            }
        }
    }

    private static List<DigitFrame> nonDigits(StrokeDigits drawn, Random random) {
        return Stream.generate(() -> drawn.nonDigit(random)).limit(30).toList();
    }

    private static void score(DigitModel model, StrokeDigits drawn, int digit) throws IOException {
        var sheet = new ArrayList<List<DigitFrame>>();
        var misread = new ArrayList<DigitFrame>();
        var text = new StringBuilder();
        double total = 0;
        for (var style : drawn.styles(digit)) {
            var random = new Random(style.style().hashCode());
            var frames = new ArrayList<DigitFrame>();
            for (int i = 0; i < 100; i++) {
                frames.add(DigitFrame.of(drawn.ink(style, Hand.any(random), 40, random)));
            }
            sheet.add(frames.subList(0, 30));
            var read = new TreeMap<Integer, Integer>();
            var scores = model.score(frames);
            for (int i = 0; i < frames.size(); i++) {
                int likeliest = likeliest(scores.get(i).digits());
                read.merge(likeliest, 1, Integer::sum);
                if (likeliest != digit) {
                    misread.add(frames.get(i));
                }
            }
            double right = read.getOrDefault(digit, 0);
            total += right / drawn.styles(digit).size();
            text.append("  %-14s %5.1f %%  %s%n".formatted(style.style(), right, read));
        }
        System.out.printf("%d: %.1f %%%n%s", digit, total, text);
        for (int i = 0; i + 30 <= misread.size() && i < 120; i += 30) {
            sheet.add(misread.subList(i, i + 30));
        }
        write("strokes-" + digit, sheet);
    }

    private static int likeliest(float[] chances) {
        int best = 0;
        for (int i = 1; i < chances.length; i++) {
            best = chances[i] > chances[best] ? i : best;
        }
        return best;
    }

    private static void write(String name, List<List<DigitFrame>> rows) throws IOException {
        int width = CELL * rows.get(0).size();
        var pixels = new byte[width * CELL * rows.size()];
        java.util.Arrays.fill(pixels, (byte) 120);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                byte[] frame = rows.get(row).get(column).pixels();
                for (int i = 0; i < frame.length; i++) {
                    int y = row * CELL + 1 + i / DigitFrame.SIDE;
                    pixels[y * width + column * CELL + 1 + i % DigitFrame.SIDE] = (byte) (255 - frame[i]);
                }
            }
        }
        var sheet = new GrayImage(width, CELL * rows.size(), pixels);
        Files.write(Path.of("target", name + ".png"), PictureWriter.png(sheet));
    }
}
