package org.numberreader.segmentation.mark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.numberreader.image.Box;

/** Groups components to glyphs and glyphs to lines, by where they stand to their neighbours. */
public final class LineFinder {
    /** A component this much lower than the digits is a part of one, or no digit. */
    private static final double SMALL = 0.33;

    /** A half of a broken digit is lower than this, in heights of the digits, */
    private static final double HALF = 0.75;

    /** and the whole of it than this. */
    private static final double WHOLE = 1.25;

    /** What is put together from small parts is higher than this, in heights of the digits. */
    private static final double FROM_PARTS = 0.6;

    /** Even a digit of the broadest pen is this many strokes high. */
    private static final double SHORTEST = 2.5;

    /** A wider gap, in heights of the digits beside it, parts lines. */
    private static final double WIDEST_GAP = 5;

    /** A part beside a digit is its upper bar if it begins within so much of its height: a dash is lower. */
    private static final double UPPER = 0.25;

    /** An underline is so many times wider than high. */
    private static final double FLAT = 2.5;

    /** An underline begins below so much of a digit's height. */
    private static final double LOW = 0.85;

    /** A slash leans so far, its width by its height, */
    private static final double LEANING = 0.25;

    /** has no more ink than one straight stroke, within this share of it, */
    private static final double STRAIGHT = 1.25;

    /** and the dash after it begins no further away than this, in heights of the slash. */
    private static final double BESIDE = 0.6;

    private final double strokeWidth;

    public LineFinder(double strokeWidth) {
        this.strokeWidth = strokeWidth;
    }

    /** The lines from top to bottom; each a list of glyphs from left to right; each glyph its components. */
    public List<List<List<Component>>> lines(List<Component> components) {
        List<Component> strokes = components.stream().filter(this::isStroke).toList();
        double height = typicalHeight(strokes);
        var large = new ArrayList<Cluster>();
        var small = new ArrayList<Component>();
        for (var component : strokes) {
            if (component.box().height() >= Math.max(SMALL * height, SHORTEST * strokeWidth)) {
                large.add(new Cluster(component));
            } else {
                small.add(component);
            }
        }
        var glyphs = merged(large, height);
        small.sort(Comparator.comparingInt(Component::area).reversed());
        var alone = small.stream().filter(part -> !attach(part, glyphs)).toList();
        glyphs.addAll(fromParts(alone, height));
        glyphs.removeAll(Letters.of(glyphs, alone, height));
        var dashes = alone.stream()
                .filter(part -> part.box().width() > FLAT * part.box().height())
                .toList();
        var lines = grouped(glyphs);
        lines.forEach(line -> {
            if (line.size() > 1 && isClosing(line.get(line.size() - 1), dashes)) {
                line.remove(line.size() - 1);
            }
        });
        return lines.stream()
                .map(line -> line.stream().map(Cluster::parts).toList())
                .toList();
    }

    /** Whether this is the slash of the "/-" that closes an amount, so that nobody writes a digit behind it. */
    private boolean isClosing(Cluster glyph, List<Component> dashes) {
        Box box = glyph.box();
        int area = glyph.parts().stream().mapToInt(Component::area).sum();
        boolean slash = box.width() > LEANING * box.height()
                && box.width() < box.height()
                && area < STRAIGHT * strokeWidth * Math.hypot(box.width(), box.height());
        return slash && dashes.stream().anyMatch(dash -> isBehind(dash.box(), box));
    }

    private static boolean isBehind(Box dash, Box slash) {
        double gap = dash.x() - (slash.x() + slash.width() / 2.0);
        double middle = (dash.y() + dash.height() / 2.0 - slash.y()) / slash.height();
        return gap > 0
                && gap < slash.width() / 2.0 + BESIDE * slash.height()
                && dash.width() > slash.height() * LEANING
                && middle > 0.2
                && middle < 0.9;
    }

    /** Not a speck, not a ruled line, and not the remains of one. */
    private boolean isStroke(Component component) {
        Box box = component.box();
        int longer = Math.max(box.width(), box.height());
        boolean speck = component.area() < strokeWidth * strokeWidth || longer < 1.5 * strokeWidth;
        boolean thin = component.area() < 0.4 * strokeWidth * longer;
        boolean ruled = box.width() > 12 * box.height();
        return !speck && !thin && !ruled;
    }

    /** The height that half of all ink is at least as high as: digits have more ink than specks and dashes. */
    private static double typicalHeight(List<Component> strokes) {
        var sorted = new ArrayList<>(strokes);
        sorted.sort(Comparator.comparingInt(stroke -> stroke.box().height()));
        double half = strokes.stream().mapToDouble(Component::area).sum() / 2;
        double sum = 0;
        for (var stroke : sorted) {
            sum += stroke.area();
            if (sum >= half) {
                return stroke.box().height();
            }
        }
        return 0;
    }

    /** A thin stroke beside broad ones may break so often that no part of it is large. */
    private List<Cluster> fromParts(List<Component> parts, double height) {
        return merged(parts.stream().map(Cluster::new).toList(), height).stream()
                .filter(mark -> mark.parts().size() > 1 && mark.box().height() > FROM_PARTS * height)
                .toList();
    }

    /** Joins components that lie over each other: the parts of a broken digit. */
    private List<Cluster> merged(List<Cluster> marks, double height) {
        var result = new ArrayList<>(marks);
        boolean changed = true;
        while (changed) {
            changed = false;
            // Only what is beside it or over it can belong to a mark: of a page full of specks each has few such.
            result.sort(Comparator.comparingInt(mark -> mark.box().x()));
            for (int i = 0; i < result.size(); i++) {
                Cluster one = result.get(i);
                for (int j = i + 1;
                        j < result.size() && result.get(j).box().x() < one.box().right() + strokeWidth; ) {
                    Box other = result.get(j).box();
                    if (belongTogether(one.box(), other) || isBroken(one.box(), other, height)) {
                        one.add(result.remove(j));
                        changed = true;
                    } else {
                        j++;
                    }
                }
            }
        }
        return result;
    }

    /** One above the other and touching heights, or one within the other. */
    private static boolean belongTogether(Box a, Box b) {
        double across = overlap(a.x(), a.right(), b.x(), b.right()) / Math.min(a.width(), b.width());
        double along = overlap(a.y(), a.bottom(), b.y(), b.bottom()) / Math.min(a.height(), b.height());
        double gap = Math.max(a.y(), b.y()) - Math.min(a.bottom(), b.bottom());
        boolean stacked = across > 0.6 && along < 0.4 && gap < 0.25 * Math.min(a.height(), b.height());
        boolean within = across > 0.9 && along > 0.9;
        return stacked || within;
    }

    /** The halves of a leaning stroke that broke: neither is a digit, and both together are as high as one. */
    private boolean isBroken(Box a, Box b, double height) {
        int across = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x()); // below 0 where one is beside the other
        double gap = Math.max(a.y(), b.y()) - Math.min(a.bottom(), b.bottom());
        double shorter = Math.min(a.height(), b.height());
        return across > -strokeWidth
                && Math.max(a.height(), b.height()) < HALF * height
                && a.union(b).height() < WHOLE * height
                && gap > -0.2 * shorter
                && gap < Math.max(0.25 * shorter, strokeWidth);
    }

    /** Gives a small part to the glyph that it lies over, or whose upper bar it is; tells whether there is one. */
    private boolean attach(Component part, List<Cluster> glyphs) {
        Cluster nearest = null;
        double best = 0.3;
        for (var glyph : glyphs) {
            Box box = glyph.box();
            Box own = part.box();
            int shared = Math.min(box.right(), own.right()) - Math.max(box.x(), own.x()); // below 0 where it is beside
            double across = (shared + 2 * strokeWidth) / own.width();
            double apart = Math.max(box.y() - own.bottom(), own.y() - box.bottom());
            boolean over = shared > 0 || own.y() < box.y() + UPPER * box.height();
            if (over
                    && across > best
                    && apart < Math.max(0.15 * box.height(), strokeWidth)
                    && own.width() < 1.2 * Math.max(box.width(), box.height() / 2)
                    && !isUnderline(own, box)) {
                best = across;
                nearest = glyph;
            }
        }
        if (nearest == null) {
            return false;
        }
        nearest.add(part);
        return true;
    }

    /** A flat stroke below a digit: a digit has bars on its top or in its middle. */
    private static boolean isUnderline(Box part, Box glyph) {
        return part.width() > FLAT * part.height() && part.y() > glyph.y() + LOW * glyph.height();
    }

    private static List<List<Cluster>> grouped(List<Cluster> glyphs) {
        var sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(
                glyph -> glyph.box().x() + glyph.box().width() / 2.0));
        var lines = new ArrayList<List<Cluster>>();
        for (var glyph : sorted) {
            List<Cluster> line = nearestLine(lines, glyph.box());
            if (line == null) {
                lines.add(new ArrayList<>(List.of(glyph)));
            } else {
                line.add(glyph);
            }
        }
        lines.sort(Comparator.comparingDouble(line -> line.stream()
                .mapToDouble(glyph -> glyph.box().y() + glyph.box().height() / 2.0)
                .average()
                .orElse(0)));
        return lines;
    }

    private static @org.jspecify.annotations.Nullable List<Cluster> nearestLine(List<List<Cluster>> lines, Box box) {
        List<Cluster> best = null;
        double most = 0.4;
        for (var line : lines) {
            Box last = line.get(line.size() - 1).box();
            double along =
                    overlap(last.y(), last.bottom(), box.y(), box.bottom()) / Math.min(last.height(), box.height());
            double gap = box.x() - last.right();
            if (along > most && gap < WIDEST_GAP * Math.max(last.height(), box.height())) {
                most = along;
                best = line;
            }
        }
        return best;
    }

    public static Box box(List<Component> parts) {
        return parts.stream().map(Component::box).reduce(Box::union).orElseThrow();
    }

    private static double overlap(int from, int to, int otherFrom, int otherTo) {
        return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
    }
}
