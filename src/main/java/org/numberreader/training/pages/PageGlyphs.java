package org.numberreader.training.pages;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.GrayImage;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.segmentation.Glyph;
import org.numberreader.segmentation.Segmenter;
import org.numberreader.segmentation.ink.InkConfig;

/**
 * The candidates that segmentation finds on drawn pages, with what they are: the very frames between which the reading
 * network has to decide, with their noise, their cuts and what was left of lines and neighbours.
 */
public final class PageGlyphs {
    /** The ink at which a pixel counts, of 255: where segmentation draws a stroke's edge. */
    public static final double EDGE = 255 * Double.parseDouble(InkConfig.EDGE);

    private static final int NOT_A_DIGIT = 10;

    /** One sign of so many on a page is no digit. */
    private static final int ONE_FOREIGN_OF = 30;

    /** A candidate is a digit that has this share of its ink and little else. */
    private static final double COMPLETE = 0.86;

    private static final double PURE = 0.84;

    /** What has less of a digit is only a part of it; between the two nobody can tell. */
    private static final double PART = 0.62;

    /** Parts of these are often digits too. */
    private static final Set<Integer> DIGITS_IN_PARTS = Set.of(6, 8, 9);

    /** Two signs of which so much is there are no digit. */
    private static final double LARGE = 0.4;

    /** What has less of any sign is a line, a frame or the paper's grain. */
    private static final double STRAY = 0.4;

    /** What is as narrow as this, width by height, may be a 1. */
    private static final double NARROW = 0.42;

    private final Segmenter segmenter;
    private final PageWriter writer;

    /**
     * @param labels of digits that were written by people
     * @param pictures those digits, cropped to their ink, 255 is full ink
     */
    public PageGlyphs(int[] labels, IntFunction<GrayImage> pictures) {
        // The defaults, whatever this machine's configuration says: the same command makes the same weights everywhere.
        var config =
                new SmallRyeConfigBuilder().withMapping(InkConfig.class).build().getConfigMapping(InkConfig.class);
        this.segmenter = new Segmenter(config);
        this.writer = new PageWriter(labels, pictures, ONE_FOREIGN_OF);
    }

    /**
     * One candidate.
     *
     * @param label 0 to 9, or 10 for "not a digit"
     */
    public record Labelled(DigitFrame frame, int label) {}

    /**
     * Draws pages and takes the candidates of all of them, each page on its own seed: on as many threads as there are
     * cores, and still the same each time.
     */
    public List<Labelled> of(int pages, long seed) {
        return IntStream.range(0, pages)
                .parallel()
                .mapToObj(page -> page(new Random((seed * 1_000_003L + page) * 0x9E3779B97F4A7C15L)))
                .flatMap(List::stream)
                .toList();
    }

    private List<Labelled> page(Random random) {
        var page = writer.any(random);
        var found = segmenter.lines(PageCamera.take(page, random));
        int[] areas = page.areas();
        var labelled = new ArrayList<Labelled>();
        for (var line : found.lines()) {
            for (var glyph : line.glyphs()) {
                var label = label(glyph, page, areas);
                if (label != null) {
                    labelled.add(new Labelled(DigitFrame.of(glyph.ink()), label));
                }
            }
        }
        return labelled;
    }

    /** What a candidate is; null where nobody could tell. */
    static @Nullable Integer label(Glyph glyph, WrittenPage page, int[] areas) {
        var ink = glyph.ink();
        double across = (double) glyph.box().width() / ink.width();
        double down = (double) glyph.box().height() / ink.height();
        var shares = new int[areas.length];
        int all = 0;
        for (int y = 0; y < ink.height(); y++) {
            for (int x = 0; x < ink.width(); x++) {
                if (ink.at(x, y) >= EDGE) {
                    all++;
                    int owner = page.ownerAt((int) (glyph.box().x() + (x + 0.5) * across), (int)
                            (glyph.box().y() + (y + 0.5) * down));
                    if (owner != WrittenPage.NOBODY) {
                        shares[owner]++;
                    }
                }
            }
        }
        var signs = new ArrayList<Share>();
        for (int i = 0; i < shares.length; i++) {
            double complete = shares[i] * across * down / Math.max(1, areas[i]);
            signs.add(new Share(page.labels().get(i), complete, (double) shares[i] / Math.max(1, all)));
        }
        signs.sort(Comparator.comparingDouble(Share::pure).reversed());
        boolean narrow = ink.width() < NARROW * ink.height();
        return label(signs, narrow);
    }

    /**
     * How much of a sign is in a candidate.
     *
     * @param complete the share of the sign's ink that the candidate has
     * @param pure the share of the candidate's ink that is the sign's
     */
    private record Share(int label, double complete, double pure) {}

    private static @Nullable Integer label(List<Share> signs, boolean narrow) {
        var most = signs.get(0);
        if (most.complete >= COMPLETE && most.pure >= PURE) {
            return most.label;
        }
        if (narrow) {
            return null;
        }
        double owned = signs.stream().mapToDouble(Share::pure).sum();
        long large = signs.stream().filter(share -> share.complete > LARGE).count();
        boolean part = most.complete < PART && most.pure >= PURE && !DIGITS_IN_PARTS.contains(most.label);
        return part || large > 1 || owned < STRAY ? NOT_A_DIGIT : null;
    }
}
