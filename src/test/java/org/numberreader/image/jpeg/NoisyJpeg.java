package org.numberreader.image.jpeg;

import java.util.List;
import org.numberreader.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** JPEGs of random pixels, whose sides are no multiples of a block. */
record NoisyJpeg(int channels, int restart, int sampling, int quality, boolean progressive) {
    static final int HEIGHT = 83;
    static final int WIDTH = 166;

    byte[] rough() {
        return encoded(0, 60, 200);
    }

    /** The second one has pixels beyond black and white once it is decoded, and blocks that are nearly flat. */
    List<byte[]> bothRoughAndSmooth() {
        return List.of(rough(), encoded(0, 0, 256), encoded(9, 0, 256));
    }

    private byte[] encoded(int blur, double darkest, double lightest) {
        try (var mats = new Mats()) {
            Mat picture = mats.own(new Mat(HEIGHT, WIDTH, CvType.CV_8UC(channels)));
            Core.setRNGSeed(hashCode());
            Core.randu(picture, darkest, lightest);
            if (blur > 0) {
                Imgproc.GaussianBlur(picture, picture, new Size(0, 0), blur);
            }
            var parameters = new MatOfInt(
                    Imgcodecs.IMWRITE_JPEG_RST_INTERVAL, restart,
                    Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR, sampling,
                    Imgcodecs.IMWRITE_JPEG_QUALITY, quality,
                    Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, progressive ? 1 : 0);
            MatOfByte bytes = mats.own(new MatOfByte());
            Imgcodecs.imencode(".jpg", picture, bytes, mats.own(parameters));
            return bytes.toArray();
        }
    }
}
