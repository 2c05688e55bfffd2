package org.numberreader.training.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.GrayImage;
import org.numberreader.training.LabelledDigits;
import org.numberreader.training.strokes.Hand;

/**
 * Draws labelled pictures that anyone can measure a reader with: each kind shows one difficulty alone, written with strokes in
 * good light. All randomness comes from a seed: the same one draws the same pictures.
 */
public final class SamplePages {
    /** A digit's height in pixels. */
    private static final double HEIGHT = 44;

    /** Digits of a page with several rows. */
    private static final double ROW_HEIGHT = 36;

    /** Ink and paper differ by that share of the paper's level. */
    private static final double DARK = 0.75;

    private final RowWriter writer = new RowWriter(new Penman(LabelledDigits.none()));
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /** Reads the packaged shapes. */
    public SamplePages() {
        kinds.put("plain", this::plain);
        kinds.put("touching", this::touching);
        kinds.put("tilted", this::tilted);
        kinds.put("ruled", this::ruled);
        kinds.put("squared", this::squared);
        kinds.put("pattern", this::pattern);
        kinds.put("faint", this::faint);
        kinds.put("small", this::small);
        kinds.put("cells", this::cells);
        kinds.put("lines", this::lines);
        kinds.put("letters", this::letters);
        kinds.put("blank", SamplePages::blank);
    }

    private interface Kind {
        SampleSheet draw(Random random);
    }

    /**
     * A picture and what is written in it.
     *
     * @param truth the numbers in reading order, joined by {@code _}; empty where there is none
     * @param symbols all that is written, in reading order, in the picture's pixels
     */
    public record Sample(GrayImage picture, String truth, List<LineScene.Placed> symbols) {
        public Sample {
            symbols = List.copyOf(symbols);
        }
    }

    /** The names of the kinds, the plainest first. */
    public List<String> kinds() {
        return List.copyOf(kinds.keySet());
    }

    /**
     * Draws a picture.
     *
     * @param number of the picture among those of its kind, which does not depend on how many there are
     * @throws IllegalArgumentException if there is no such kind
     */
    public Sample draw(String kind, int number, long seed) {
        @Nullable Kind drawn = kinds.get(kind);
        if (drawn == null) {
            throw new IllegalArgumentException("No kind is named " + kind + ".");
        }
        // Random's first numbers are alike for seeds close together: spread them.
        long own = new SplittableRandom(seed + ((long) kind.hashCode() << 32) + number).nextLong();
        var random = new Random(own);
        return drawn.draw(random).photographed(random);
    }

    private SampleSheet plain(Random random) {
        return row(number(1, 6, random), style(HEIGHT, random), 0, random);
    }

    private SampleSheet touching(Random random) {
        return row(number(2, 5, random), style(HEIGHT, -0.16, -0.05, random), 0, random);
    }

    private SampleSheet tilted(Random random) {
        double degrees = (4 + 8 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        return row(number(3, 6, random), style(HEIGHT, random), Math.toRadians(degrees), random);
    }

    private SampleSheet ruled(Random random) {
        var sheet = plain(random);
        Paper.ruling(sheet.print, HEIGHT * (1.2 + 0.4 * random.nextDouble()), false, 0.7f, random);
        return sheet;
    }

    private SampleSheet squared(Random random) {
        var sheet = plain(random);
        Paper.ruling(sheet.print, HEIGHT * (0.4 + 0.3 * random.nextDouble()), true, 0.5f, random);
        return sheet;
    }

    private SampleSheet pattern(Random random) {
        // A lone 1 would be one more stripe.
        var sheet = row(number(2, 6, random), style(HEIGHT, random), 0, random);
        Paper.pattern(sheet.print, 0.35f, random);
        return sheet;
    }

    private SampleSheet faint(Random random) {
        var sheet = plain(random);
        sheet.contrast = 0.14 + 0.1 * random.nextDouble();
        return sheet;
    }

    private SampleSheet small(Random random) {
        return row(number(2, 6, random), style(12 + 4 * random.nextDouble(), random), 0, random);
    }

    private SampleSheet cells(Random random) {
        var text = new StringBuilder("|");
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            text.append(number(1, 3, random)).append('|');
        }
        var row = writer.neat(text.toString(), style(HEIGHT, random), random);
        var sheet = SampleSheet.around(row, 0, DARK);
        sheet.write(row, sheet.placed(row, 0), true);
        return sheet;
    }

    private SampleSheet lines(Random random) {
        var rows = new ArrayList<WrittenRow>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            rows.add(writer.neat(number(1, 6, random), style(ROW_HEIGHT, random), random));
        }
        int widest = rows.stream().mapToInt(row -> row.ink().width).max().orElseThrow();
        double pitch = ROW_HEIGHT * (1.6 + 0.5 * random.nextDouble());
        var sheet = new SampleSheet(widest, (int) (pitch * rows.size() + 2 * ROW_HEIGHT), DARK);
        double y = 1.5 * ROW_HEIGHT;
        for (var row : rows) {
            double x = ROW_HEIGHT * (1 + 0.5 * random.nextDouble());
            sheet.write(row, new Placement(row.left(), row.middle(), x, y, 1, 0, 0), false);
            y += pitch;
        }
        return sheet;
    }

    private SampleSheet letters(Random random) {
        return row("a".repeat(2 + random.nextInt(5)), style(HEIGHT, random), 0, random);
    }

    private static SampleSheet blank(Random random) {
        var sheet = new SampleSheet(180 + random.nextInt(200), 120 + random.nextInt(120), DARK);
        if (random.nextBoolean()) {
            Paper.ruling(sheet.print, HEIGHT, random.nextBoolean(), 0.6f, random);
        }
        return sheet;
    }

    private SampleSheet row(String text, Style style, double tilt, Random random) {
        var row = writer.neat(text, style, random);
        var sheet = SampleSheet.around(row, tilt, DARK);
        sheet.write(row, sheet.placed(row, tilt), false);
        return sheet;
    }

    private static String number(int least, int most, Random random) {
        var digits = new StringBuilder();
        for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    static Style style(double height, Random random) {
        return style(height, 0.1, 0.35, random);
    }

    /** A calm hand. {@code least} and {@code most}: the gaps between digits, as a share of their height. */
    private static Style style(double height, double least, double most, Random random) {
        double slant = -0.05 + 0.3 * random.nextDouble();
        double pen = 1.5 + 1.2 * random.nextDouble();
        var hand = new Hand(slant, 0.02 * random.nextGaussian(), 0.9 + 0.25 * random.nextDouble(), pen, 0.6);
        return new Style(height, 1, 1, 0.2, 0.5, hand, 0.06, 0.02, 1, least, most, Habits.NONE);
    }
}
