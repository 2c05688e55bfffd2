package org.numberreader.training.scene;

import java.util.Random;
import org.numberreader.image.Mats;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** Paper with what is printed on it: security patterns, ruling, squares, borders, words, holes, stamps. */
final class Paper {
    private static final int[] FONTS = {
        Imgproc.FONT_HERSHEY_SIMPLEX,
        Imgproc.FONT_HERSHEY_DUPLEX,
        Imgproc.FONT_HERSHEY_COMPLEX,
        Imgproc.FONT_HERSHEY_TRIPLEX,
        Imgproc.FONT_HERSHEY_COMPLEX_SMALL
    };
    private static final String PRINTED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.:,-/()abcdefghijklmnopqrstuvwxyz";

    private Paper() {}

    /** A pattern all over the paper, 0 to 1: wavy or straight hatching, circles, dots. */
    static void pattern(Plane print, float strength, Random random) {
        int kind = random.nextInt(4);
        double period = 2.5 + 9 * random.nextDouble();
        double angle = Math.PI * random.nextDouble();
        double cos = Math.cos(angle) / period;
        double sin = Math.sin(angle) / period;
        double wave = kind == 1 ? 0 : 0.2 + 1.5 * random.nextDouble();
        double along = (0.1 + random.nextDouble()) / (2 * period);
        double centreX = print.width * (2 * random.nextDouble() - 0.5);
        double centreY = print.height * (3 * random.nextDouble() - 1);
        double share = 0.12 + 0.35 * random.nextDouble();
        for (int y = 0; y < print.height; y++) {
            for (int x = 0; x < print.width; x++) {
                double phase = kind == 2
                        ? Math.hypot(x - centreX, y - centreY) / period
                        : x * cos + y * sin + wave * Math.sin(along * (x * sin - y * cos) * period * 2 * Math.PI);
                double part = phase - Math.floor(phase);
                float value = part < share ? 1 : part < 2 * share ? 0.4f : 0;
                if (kind == 3) {
                    double other = (x * sin - y * cos) - Math.floor(x * sin - y * cos);
                    value = part < 0.4 && other < 0.4 ? 1 : 0;
                }
                int at = y * print.width + x;
                print.values[at] = Math.max(print.values[at], strength * value);
            }
        }
    }

    /** Ruled lines or squares of a pitch; some are dotted, most lean a little. */
    static void ruling(Plane print, double pitch, boolean squared, float strength, Random random) {
        double lean = 0.012 * random.nextGaussian();
        double pen =
                1 + (random.nextDouble() < 0.3 ? print.height / 80.0 * random.nextDouble() : 0.4 * random.nextDouble());
        double dash = random.nextDouble() < 0.12 ? 1 + 3 * random.nextDouble() : 0;
        for (double y = pitch * random.nextDouble(); y < print.height; y += pitch) {
            print.stroke(0, y, print.width, y + lean * print.width, pen, strength, dash);
        }
        if (squared) {
            for (double x = pitch * random.nextDouble(); x < print.width; x += pitch) {
                print.stroke(x, 0, x - lean * print.height, print.height, pen, strength, dash);
            }
        }
    }

    /** A printed word. */
    static void word(Plane print, double x, double y, double height, float strength, Random random) {
        var text = new StringBuilder();
        for (int i = 1 + random.nextInt(10); i >= 0; i--) {
            text.append(PRINTED.charAt(random.nextInt(PRINTED.length())));
        }
        int font = FONTS[random.nextInt(FONTS.length)];
        try (var mats = new Mats()) {
            Mat layer = mats.own(Mat.zeros(print.height, print.width, CvType.CV_8UC1));
            double scale = height / 21;
            int thick = (int) Math.max(1, Math.round(scale * (1 + 1.8 * random.nextDouble())));
            Imgproc.putText(
                    layer, text.toString(), new Point(x, y), font, scale, new Scalar(255), thick, Imgproc.LINE_AA);
            print.lay(Mats.picture(layer), 0, 0, strength);
        }
    }

    /** A disc or a ring, as holes, stamps and bullets are. */
    static void disc(Plane print, double x, double y, double radius, boolean full, float strength) {
        double rim = Math.max(0.7, radius / 8);
        for (int row = (int) Math.max(0, y - radius - 1); row < Math.min(print.height, y + radius + 2); row++) {
            for (int column = (int) Math.max(0, x - radius - 1);
                    column < Math.min(print.width, x + radius + 2);
                    column++) {
                double away = Math.hypot(column - x, row - y);
                boolean inside = full ? away < radius : Math.abs(away - radius) < rim;
                int at = row * print.width + column;
                if (inside && print.values[at] < strength) {
                    print.values[at] = strength;
                }
            }
        }
    }
}
