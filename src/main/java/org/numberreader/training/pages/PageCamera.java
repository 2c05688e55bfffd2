package org.numberreader.training.pages;

import java.util.Random;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Takes pictures of pages: paper and ink of any lightness, shade, a soft lens, grain, and often a JPEG's blocks. */
final class PageCamera {
    private PageCamera() {}

    /** A picture of the page's own size, dark on light. */
    static GrayImage take(WrittenPage page, Random random) {
        double paper = PageWriter.between(random, 130, 252);
        double contrast = PageWriter.between(random, 0.3, 0.95);
        double shadeX = random.nextInt(3) == 0 ? PageWriter.between(random, -0.4, 0.4) : 0;
        double shadeY = random.nextInt(3) == 0 ? PageWriter.between(random, -0.4, 0.4) : 0;
        double weak = 0.35 * random.nextDouble();
        var pixels = new byte[page.width() * page.height()];
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                int pixel = y * page.width() + x;
                double light = paper
                        * (1 + shadeX * ((double) x / page.width() - 0.5))
                        * (1 + shadeY * ((double) y / page.height() - 0.5));
                double ink = page.inkAt(pixel) * contrast * (1 - weak * random.nextDouble());
                pixels[pixel] = (byte) Math.max(0, Math.min(255, Math.round(light * (1 - ink))));
            }
        }
        return developed(new GrayImage(page.width(), page.height(), pixels), random);
    }

    private static GrayImage developed(GrayImage sharp, Random random) {
        try (var mats = new Mats()) {
            Mat picture = mats.of(sharp);
            double soft = 1.6 * random.nextDouble() * random.nextDouble();
            if (soft > 0.3) {
                Imgproc.GaussianBlur(picture, picture, new Size(0, 0), soft);
            }
            if (random.nextInt(2) == 0) {
                grain(picture, 14 * random.nextDouble() * random.nextDouble(), random);
            }
            if (random.nextInt(2) == 0) {
                var bytes = mats.own(new MatOfByte());
                var quality = mats.own(new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, 40 + random.nextInt(56)));
                Imgcodecs.imencode(".jpg", picture, bytes, quality);
                picture = mats.own(Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_GRAYSCALE));
            }
            return Mats.picture(picture);
        }
    }

    private static void grain(Mat picture, double deviation, Random random) {
        try (var mats = new Mats()) {
            var grey = Mats.picture(picture);
            var noisy = grey.pixels();
            for (int i = 0; i < noisy.length; i++) {
                noisy[i] = (byte) Math.max(0, Math.min(255, (noisy[i] & 0xff) + deviation * random.nextGaussian()));
            }
            Core.copyTo(mats.of(new GrayImage(grey.width(), grey.height(), noisy)), picture, mats.create());
        }
    }
}
