package org.numberreader.image;

import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Writes pictures as PNG: frames, and uploads with what was found drawn on them. */
public final class PictureWriter {
    /** OpenCV's colours are blue, green, red. */
    private static final Scalar CERTAIN = new Scalar(80, 160, 0);

    private static final Scalar UNCERTAIN = new Scalar(0, 90, 230);

    /** How high OpenCV's letters are in size 1, in pixels. */
    private static final int LETTER = 22;

    private final ImageDecoder decoder;

    /** @param decoder whose limits hold for uploads */
    public PictureWriter(ImageDecoder decoder) {
        this.decoder = decoder;
    }

    /** A grey picture as PNG. */
    public static byte[] png(GrayImage picture) {
        try (var mats = new Mats()) {
            return encoded(mats, mats.of(picture));
        }
    }

    /** A grey picture as PNG, brought down so far that it has about so many pixels at most. */
    public static byte[] png(GrayImage picture, int mostPixels) {
        double scale = Math.sqrt((double) mostPixels / picture.width() / picture.height());
        if (scale >= 1) {
            return png(picture);
        }
        try (var mats = new Mats()) {
            Mat small = mats.create();
            var size = new Size(picture.width() * scale, picture.height() * scale);
            Imgproc.resize(mats.of(picture), small, size, 0, 0, Imgproc.INTER_AREA);
            return encoded(mats, small);
        }
    }

    /**
     * A picture as PNG, upright and in its own size, with the marks on it.
     *
     * @param turn of the upright picture: the marks' pixels are those of the turned one
     * @throws ImageException as {@link ImageDecoder#decode}
     */
    public byte[] annotated(EncodedPicture encoded, Turn turn, List<Mark> marks) {
        var header = decoder.checkedHeader(encoded.bytes());
        try (var mats = new Mats()) {
            int flag = Imgcodecs.IMREAD_COLOR | Imgcodecs.IMREAD_IGNORE_ORIENTATION;
            Mat stored = ImageDecoder.pixels(mats, ImageDecoder.ended(encoded.bytes(), header), flag);
            Mat upright = Orientation.upright(mats, stored, encoded.orientation());
            Mat colour = Orientation.upright(mats, upright, turn.orientation());
            int pen = Math.max(1, Math.max(colour.cols(), colour.rows()) / 600);
            for (Mark mark : marks) {
                draw(colour, mark, roomAbove(mark.box(), marks), pen);
            }
            return encoded(mats, colour);
        }
    }

    /** How far what is marked over it is, or the picture's edge: a text must not hide what is above. */
    private static int roomAbove(Box box, List<Mark> marks) {
        return marks.stream()
                .map(Mark::box)
                .filter(other -> other.y() < box.y() && other.x() < box.right() && box.x() < other.right())
                .mapToInt(other -> Math.max(0, box.y() - other.bottom()))
                .min()
                .orElse(box.y());
    }

    private static void draw(Mat colour, Mark mark, int room, int pen) {
        Box box = mark.box();
        Scalar ink = mark.certain() ? CERTAIN : UNCERTAIN;
        Imgproc.rectangle(
                colour,
                new org.opencv.core.Point(box.x(), box.y()),
                new org.opencv.core.Point(box.right() - 1, box.bottom() - 1),
                ink,
                pen);
        String text = mark.text().replace("€", "EUR ").replace("£", "GBP "); // OpenCV's letters are ASCII
        if (!text.isEmpty()) {
            double fitting = (room - 6.0 * pen) / LETTER;
            double size = Math.max(0.4, Math.min(fitting, Math.min(box.height() / 60.0, pen * 2.0)));
            var place = new org.opencv.core.Point(box.x(), Math.max(12 * size, box.y() - 3 * pen));
            Imgproc.putText(colour, text, place, Imgproc.FONT_HERSHEY_SIMPLEX, size, ink, pen, Imgproc.LINE_AA);
        }
    }

    private static byte[] encoded(Mats mats, Mat mat) {
        var bytes = mats.own(new MatOfByte());
        // Level 1: a 12-megapixel picture would otherwise take seconds for a few per cent fewer bytes.
        var options = mats.own(new MatOfInt(Imgcodecs.IMWRITE_PNG_COMPRESSION, 1));
        Imgcodecs.imencode(".png", mat, bytes, options);
        return bytes.toArray();
    }
}
