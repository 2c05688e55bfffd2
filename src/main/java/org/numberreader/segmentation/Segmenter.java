package org.numberreader.segmentation;

import java.util.List;
import java.util.Optional;
import org.numberreader.image.GrayImage;

/** Finds ink and the lines of candidate glyphs in it; does not decide what a digit is. */
public final class Segmenter {
    private final SegmentationConfig config;
    private final InkFinder inkFinder;

    public Segmenter(SegmentationConfig config) {
        this.config = config;
        this.inkFinder = new InkFinder(config);
    }

    /**
     * The lines of writing in a picture, from top to bottom.
     *
     * @param picture dark on light
     */
    public List<Line> lines(GrayImage picture) {
        return inkFinder.find(picture).map(this::lines).orElse(List.of());
    }

    /**
     * All ink of a picture as one glyph.
     *
     * @param picture dark on light
     * @return empty if there is no ink
     */
    public Optional<Glyph> whole(GrayImage picture) {
        return inkFinder.find(picture).flatMap(this::whole);
    }

    private List<Line> lines(Ink found) {
        Ink ink = RuledLines.erased(found, 255 * config.edge());
        var components = Components.of(ink, 255 * config.edge());
        var cutter = new LineCutter(ink, components);
        return new LineFinder(ink.strokeWidth())
                .lines(components.withoutBorders()).stream().map(cutter::line).toList();
    }

    private Optional<Glyph> whole(Ink ink) {
        var components = Components.of(ink, 255 * config.edge());
        double speck = ink.strokeWidth() * ink.strokeWidth();
        var parts =
                components.all().stream().filter(part -> part.area() > speck).toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new GlyphMaker(ink, components).glyph(0, 1, true, 0, parts));
    }
}
