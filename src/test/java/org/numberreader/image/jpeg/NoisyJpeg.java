package org.numberreader.image.jpeg;

import org.numberreader.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** JPEGs of random pixels, whose sides are no multiples of a block. */
record NoisyJpeg(int channels, int restart, int sampling, boolean progressive) {
    private static final int HEIGHT = 83;
    private static final int WIDTH = 166;

    byte[] rough() {
        try (var mats = new Mats()) {
            Mat picture = mats.own(new Mat(HEIGHT, WIDTH, CvType.CV_8UC(channels)));
            Core.setRNGSeed(hashCode());
            Core.randu(picture, 60, 200);
            var parameters = new MatOfInt(
                    Imgcodecs.IMWRITE_JPEG_RST_INTERVAL,
                    restart,
                    Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR,
                    sampling,
                    Imgcodecs.IMWRITE_JPEG_QUALITY,
                    95,
                    Imgcodecs.IMWRITE_JPEG_PROGRESSIVE,
                    progressive ? 1 : 0);
            MatOfByte bytes = mats.own(new MatOfByte());
            Imgcodecs.imencode(".jpg", picture, bytes, mats.own(parameters));
            return bytes.toArray();
        }
    }
}
