package org.numberreader.segmentation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.numberreader.image.Point;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.imgproc.Imgproc;

/** Cuts glyphs out of the ink: their own components' pixels with their soft edge, and nothing of their neighbours. */
final class GlyphMaker {
    private final Ink ink;
    private final Components components;
    private final int rim;

    GlyphMaker(Ink ink, Components components) {
        this.ink = ink;
        this.components = components;
        this.rim = (int) Math.max(1, Math.round(ink.strokeWidth() / 4));
    }

    /** One glyph of these components, its box and contour in the pixels of the picture. */
    Glyph glyph(int from, int to, boolean whole, int cuts, List<Component> parts) {
        Box box = parts.stream().map(Component::box).reduce(Box::union).orElseThrow();
        var own = new BitSet();
        parts.forEach(part -> own.set(part.label()));
        var pixels = new byte[box.width() * box.height()];
        var mask = new byte[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            for (int x = 0; x < box.width(); x++) {
                if (own.get(components.at(box.x() + x, box.y() + y))) {
                    mask[y * box.width() + x] = (byte) 255;
                    spread(pixels, box, x, y);
                }
            }
        }
        double back = 1 / ink.scale();
        return new Glyph(
                from,
                to,
                whole,
                cuts,
                box.scaled(back),
                new GrayImage(box.width(), box.height(), pixels),
                contour(new GrayImage(box.width(), box.height(), mask), box, back));
    }

    /** A box of the ink in the pixels of the picture. */
    Box inPicture(Box box) {
        return box.scaled(1 / ink.scale());
    }

    /** Takes over an ink pixel and the paper pixels around it, where the stroke's grey edge runs out. */
    private void spread(byte[] pixels, Box box, int x, int y) {
        for (int ny = Math.max(0, y - rim); ny <= Math.min(box.height() - 1, y + rim); ny++) {
            for (int nx = Math.max(0, x - rim); nx <= Math.min(box.width() - 1, x + rim); nx++) {
                int label = components.at(box.x() + nx, box.y() + ny);
                if (label == 0 || (nx == x && ny == y)) {
                    pixels[ny * box.width() + nx] = (byte) ink.darkness().at(box.x() + nx, box.y() + ny);
                }
            }
        }
    }

    private static List<Point> contour(GrayImage mask, Box box, double back) {
        try (var mats = new Mats()) {
            Mat hierarchy = mats.create();
            var found = new ArrayList<MatOfPoint>();
            Imgproc.findContours(mats.of(mask), found, hierarchy, Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_SIMPLE);
            found.forEach(mats::own);
            org.opencv.core.Point[] largest = {};
            for (var contour : found) {
                var points = contour.toArray();
                largest = points.length > largest.length ? points : largest;
            }
            var points = new ArrayList<Point>(largest.length);
            for (var point : largest) {
                points.add(new Point((int) point.x + box.x(), (int) point.y + box.y()).scaled(back));
            }
            return points;
        }
    }
}
