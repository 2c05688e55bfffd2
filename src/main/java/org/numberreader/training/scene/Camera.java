package org.numberreader.training.scene;

import java.util.Arrays;
import java.util.Random;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** Makes a grey picture of ink and print on some paper, as pens, lights, lenses, scanners and JPEG make them. */
final class Camera {
    private Camera() {}

    /**
     * A picture.
     *
     * @param ink handwriting, 0 to 1
     * @param print what is printed, 0 to 1
     * @param height of a digit in pixels: the blur is measured by it
     */
    static GrayImage picture(Plane ink, Plane print, double height, Random random) {
        return shot(ink, print, height, random).picture();
    }

    /** A picture, and whether it is light on dark. */
    record Shot(GrayImage picture, boolean inverted) {}

    /** As {@link #picture}. */
    static Shot shot(Plane ink, Plane print, double height, Random random) {
        int width = ink.width;
        int rows = ink.height;
        double paper = 110 + 143 * random.nextDouble();
        double faint = random.nextDouble();
        double tone = paper * (faint < 0.1 ? 0.6 + 0.22 * random.nextDouble() : 0.65 * random.nextDouble());
        double printTone = random.nextDouble() < 0.4 ? tone : paper * (0.1 + 0.75 * random.nextDouble());
        var ground = new Plane(width, rows);
        Arrays.fill(ground.values, (float) paper);
        blend(ground, print, 1, (float) printTone);
        if (random.nextDouble() < 0.1) {
            darkMargin(ground, random);
        }
        if (random.nextDouble() < 0.5) {
            add(
                    ground,
                    Plane.noise(
                            width,
                            rows,
                            20 * random.nextDouble() * random.nextDouble(),
                            2 + 6 * random.nextDouble(),
                            random));
        }
        ground.addNoise(8 * random.nextDouble() * random.nextDouble(), random);
        var strokes = ink;
        if (random.nextDouble() < 0.3) {
            strokes = uneven(ink, random);
        }
        blend(ground, strokes, (float) (0.75 + 0.25 * random.nextDouble()), (float) tone);
        if (random.nextDouble() < 0.45) {
            shade(ground, random);
        }
        var seen = ground;
        if (random.nextDouble() < 0.7) {
            seen = seen.blurred(0.2 + height / 28 * random.nextDouble() * random.nextDouble());
        }
        double small = random.nextDouble();
        if (small < 0.4) {
            double least = Math.min(1, 8 / height);
            double factor = Math.max(
                    least, small < 0.12 ? 0.22 + 0.25 * random.nextDouble() : 0.45 + 0.5 * random.nextDouble());
            seen = seen.resized((int) Math.max(8, width * factor), (int) Math.max(8, rows * factor));
            seen.addNoise(5 * random.nextDouble() * random.nextDouble(), random);
            seen = seen.resized(width, rows);
        }
        seen.addNoise(6 * random.nextDouble() * random.nextDouble(), random);
        var picture = seen.picture();
        if (random.nextDouble() < 0.45) {
            picture = compressed(picture, 25 + random.nextInt(70));
        }
        return random.nextDouble() < 0.12 ? new Shot(inverted(picture), true) : new Shot(picture, false);
    }

    /**
     * A picture in good light of a good camera: light paper, a little noise, hardly any blur.
     *
     * @param contrast of ink and paper, as a share of the paper's level
     */
    static GrayImage gentle(Plane ink, Plane print, double contrast, Random random) {
        float paper = 222 + 24 * random.nextFloat();
        var ground = new Plane(ink.width, ink.height);
        Arrays.fill(ground.values, paper);
        blend(ground, print, 1, 0.6f * paper);
        blend(ground, ink, 1, (float) (paper * (1 - contrast)));
        var seen = ground.blurred(0.4 + 0.4 * random.nextDouble());
        seen.addNoise(1 + 2 * random.nextDouble(), random);
        return seen.picture();
    }

    private static void blend(Plane ground, Plane layer, float share, float tone) {
        for (int i = 0; i < ground.values.length; i++) {
            float covered = share * Math.min(1, layer.values[i]);
            float under = ground.values[i];
            ground.values[i] = under * (1 - covered) + Math.min(under, tone) * covered;
        }
    }

    private static void add(Plane ground, Plane noise) {
        for (int i = 0; i < ground.values.length; i++) {
            ground.values[i] += noise.values[i];
        }
    }

    private static Plane uneven(Plane ink, Random random) {
        var pressure = Plane.noise(
                ink.width, ink.height, 0.25 + 0.8 * random.nextDouble(), 3 + 4 * random.nextDouble(), random);
        var result = new Plane(ink.width, ink.height);
        for (int i = 0; i < ink.values.length; i++) {
            result.values[i] = ink.values[i] * Math.max(0.35f, Math.min(1.05f, 1 + pressure.values[i]));
        }
        return result;
    }

    private static void shade(Plane ground, Random random) {
        double left = 0.5 + 0.5 * random.nextDouble();
        double right = 0.5 + 0.5 * random.nextDouble();
        double top = 0.7 + 0.3 * random.nextDouble();
        double bottom = 0.7 + 0.3 * random.nextDouble();
        boolean edge = random.nextDouble() < 0.3;
        double edgeAt = ground.width * random.nextDouble();
        double lean = random.nextGaussian();
        double deep = 0.3 + 0.65 * random.nextDouble();
        double soft = 0.3 + ground.height / 3.0 * random.nextDouble() * random.nextDouble();
        for (int y = 0; y < ground.height; y++) {
            double along = top + (bottom - top) * y / ground.height;
            for (int x = 0; x < ground.width; x++) {
                double light = along * (left + (right - left) * x / ground.width);
                if (edge) {
                    double share = 1 / (1 + Math.exp(-(x - edgeAt + lean * y) / soft));
                    light *= 1 - (1 - deep) * share;
                }
                ground.values[y * ground.width + x] *= (float) light;
            }
        }
    }

    private static void darkMargin(Plane ground, Random random) {
        int side = random.nextInt(4);
        int deep = 1 + random.nextInt(Math.max(1, Math.min(ground.height, ground.width) / 6));
        float light = 0.1f + 0.6f * random.nextFloat();
        for (int y = 0; y < ground.height; y++) {
            for (int x = 0; x < ground.width; x++) {
                int away = side == 0 ? y : side == 1 ? ground.height - 1 - y : side == 2 ? x : ground.width - 1 - x;
                if (away < deep) {
                    ground.values[y * ground.width + x] *= light;
                }
            }
        }
    }

    private static GrayImage compressed(GrayImage picture, int quality) {
        try (var mats = new Mats()) {
            Mat grey = mats.of(picture);
            var bytes = mats.own(new MatOfByte());
            var options = mats.own(new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality));
            Imgcodecs.imencode(".jpg", grey, bytes, options);
            return Mats.picture(mats.own(Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_GRAYSCALE)));
        }
    }

    static GrayImage inverted(GrayImage picture) {
        var pixels = picture.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (255 - (pixels[i] & 0xff));
        }
        return new GrayImage(picture.width(), picture.height(), pixels);
    }
}
