package org.numberreader;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.util.Random;

/** What pen, paper, light and camera do to drawn pictures. */
final class WornPictures {
    private final Random random;

    WornPictures(Random random) {
        this.random = random;
    }

    static BufferedImage inverted(BufferedImage picture) {
        return mapped(picture, (x, y, grey) -> 235 - grey * 0.85);
    }

    BufferedImage noisy(BufferedImage picture, double sigma) {
        return mapped(picture, (x, y, grey) -> grey - 8 + sigma * random.nextGaussian());
    }

    /** A hand's shadow with a soft edge, and less light towards one side. */
    BufferedImage shaded(BufferedImage picture) {
        double edge = between(0.3, 0.7) * picture.getWidth();
        double slope = between(-0.6, 0.6);
        double soft = between(8, 40);
        double dark = between(0.35, 0.6);
        return mapped(picture, (x, y, grey) -> {
            double inside = 1 / (1 + Math.exp((edge + slope * y - x) / soft));
            return grey * (1 - dark * inside) * (0.75 + 0.25 * y / picture.getHeight());
        });
    }

    /** Lines as on school paper, under the ink. */
    BufferedImage ruled(BufferedImage picture) {
        var lines = DrawnNumbers.paper(picture.getWidth(), picture.getHeight());
        Graphics2D pen = DrawnNumbers.pen(lines, new Color(150, 150, 150));
        pen.setStroke(new BasicStroke((float) between(1, 2)));
        double step = between(28, 60);
        for (double y = between(5, step); y < lines.getHeight(); y += step) {
            pen.draw(new Line2D.Double(0, y, lines.getWidth(), y));
        }
        pen.dispose();
        return mapped(picture, (x, y, grey) -> Math.min(grey, lines.getRaster().getSample(x, y, 0)));
    }

    /** Little darker than its paper. */
    BufferedImage faint(BufferedImage picture) {
        double strength = between(0.18, 0.35);
        return mapped(picture, (x, y, grey) -> 225 - (255 - grey) * strength);
    }

    BufferedImage tilted(BufferedImage picture) {
        double angle = Math.toRadians(between(-9, 9));
        int margin = (int) Math.ceil(Math.abs(Math.sin(angle)) * picture.getWidth() / 2);
        var larger = DrawnNumbers.paper(picture.getWidth() + margin / 2, picture.getHeight() + 2 * margin);
        Graphics2D brush = larger.createGraphics();
        brush.drawImage(picture, margin / 4, margin, null);
        brush.dispose();
        var turned = DrawnNumbers.paper(larger.getWidth(), larger.getHeight());
        Graphics2D turn = turned.createGraphics();
        turn.drawImage(
                larger,
                new AffineTransformOp(
                        AffineTransform.getRotateInstance(angle, larger.getWidth() / 2.0, larger.getHeight() / 2.0),
                        AffineTransformOp.TYPE_BICUBIC),
                0,
                0);
        turn.dispose();
        return turned;
    }

    private interface Change {
        double apply(int x, int y, int grey);
    }

    private static BufferedImage mapped(BufferedImage picture, Change change) {
        var changed = DrawnNumbers.paper(picture.getWidth(), picture.getHeight());
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                double grey = change.apply(x, y, picture.getRaster().getSample(x, y, 0));
                changed.getRaster().setSample(x, y, 0, (int) Math.round(Math.max(0, Math.min(255, grey))));
            }
        }
        return changed;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
