package org.numberreader.image;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.numberreader.image.jpeg.JpegData;
import org.numberreader.image.jpeg.JpegMarkers;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Turns untrusted bytes into a {@link Picture}, refusing them before any pixel is decoded where their header tells. */
public final class ImageDecoder {
    /** Rows of a transparent picture that are flattened at a time: what is made on the way is small beside the picture. */
    private static final int BAND = 64;

    /** Bytes on the way to grey from which pictures are decoded one after the other: two would not fit a small container. */
    private static final long HEAVY = 80_000_000;

    /** Pixels of the largest picture that is held in colour for a moment. */
    private static final long MOST_IN_COLOUR = 8_000_000;

    private final ImageLimits limits;
    private final Semaphore heavy = new Semaphore(1, true);

    /** With limits of what is decoded. */
    public ImageDecoder(ImageLimits limits) {
        this.limits = limits;
    }

    /**
     * Decodes a picture upright (EXIF), grey, dark on light, brought down to the working size.
     *
     * @throws UnsupportedFormatException if it is no JPEG, PNG, WebP or BMP
     * @throws TooLargeException if it has more bytes, pixels or a longer side than the limits allow
     * @throws CorruptImageException if it is cut short or damaged
     */
    public Picture decode(byte[] bytes, Polarity polarity) {
        checked(bytes);
        return decode(EncodedPicture.of(bytes), polarity);
    }

    /** The same of a picture that may have any number of bytes, as uncompressed ones have. */
    public Picture decode(EncodedPicture encoded, Polarity polarity) {
        ImageHeader header = checkedHeader(encoded.bytes());
        if (header.bytesOnTheWay() < HEAVY) {
            return decode(encoded, header, polarity);
        }
        heavy.acquireUninterruptibly();
        try {
            return decode(encoded, header, polarity);
        } finally {
            heavy.release();
        }
    }

    private Picture decode(EncodedPicture encoded, ImageHeader header, Polarity polarity) {
        byte[] bytes = ended(encoded.bytes(), header);
        var warnings = warnings(bytes, header);
        int reduction = reduction(header, limits.workingSide() * 3 / 4);
        try (var mats = new Mats()) {
            Mat gray = header.transparent()
                    ? flattened(mats, pixels(mats, bytes, Imgcodecs.IMREAD_UNCHANGED))
                    : opaque(mats, bytes, header, reduction);
            Mat working = Orientation.upright(mats, atWorkingSize(mats, gray), encoded.orientation());
            if (PolarityDetector.isLightOnDark(working, polarity)) {
                Core.bitwise_not(working, working);
            }
            boolean turned = Orientation.swapsSides(encoded.orientation());
            int width = turned ? header.height() : header.width();
            int height = turned ? header.width() : header.height();
            return new Picture(Mats.picture(working), width, height, warnings);
        }
    }

    /** With an end marker, without which OpenCV decodes nothing: it is only looked for once all pixels are there. */
    static byte[] ended(byte[] bytes, ImageHeader header) {
        return header.endless() ? JpegMarkers.ended(bytes) : bytes;
    }

    /**
     * What is wrong with a picture whose pixels are all there.
     *
     * @throws CorruptImageException if some are not
     */
    private static List<String> warnings(byte[] bytes, ImageHeader header) {
        if (header.format() == ImageFormat.PNG && PngData.overflows(bytes, header)) {
            throw new CorruptImageException("The PNG picture has far more data than pixels.");
        }
        if (header.format() != ImageFormat.JPEG) {
            return List.of();
        }
        var condition = JpegData.of(bytes);
        // Without an end marker pixels may be missing, which the warning of stray bytes hides.
        boolean hidden = condition == JpegData.STRAY_BYTES && header.endless();
        if (condition == JpegData.DAMAGED || hidden) {
            throw new CorruptImageException("The JPEG picture is truncated or damaged.");
        }
        var warnings = new ArrayList<String>();
        if (header.stray() || condition == JpegData.STRAY_BYTES) {
            warnings.add("The JPEG picture has stray bytes, which were passed over. Behind them, pixels may be wrong.");
        }
        if (header.endless()) {
            warnings.add("The JPEG picture has no end marker, though all of its pixels.");
        }
        return warnings;
    }

    /** Throws unless the header allows the bytes to be decoded. */
    ImageHeader checked(byte[] bytes) {
        if (bytes.length > limits.maxBytes()) {
            throw TooLargeException.picture(limits.maxBytes());
        }
        return checkedHeader(bytes);
    }

    /** The same, whatever number of bytes there are. */
    ImageHeader checkedHeader(byte[] bytes) {
        ImageHeader header = ImageHeader.of(bytes);
        // OpenCV decodes 8 bytes for each of those with 16 bits, and no more than 4 for others.
        requireSize(header.width(), header.height(), header.transparent() && header.deep() ? 2 : 1);
        if (header.scans() > limits.maxScans()) {
            throw new CorruptImageException(
                    "The JPEG picture has " + header.scans() + " scans; the limit is " + limits.maxScans() + ".");
        }
        return header;
    }

    /**
     * Makes sure that a picture is as small as pictures have to be.
     *
     * @throws TooLargeException if it has more pixels or a longer side
     */
    public void requireSize(int width, int height) {
        requireSize(width, height, 1);
    }

    /** @param heavier how often a pixel takes the memory of others */
    private void requireSize(int width, int height, int heavier) {
        if (Math.max(width, height) > limits.maxSide()) {
            throw TooLargeException.side(width, height, limits.maxSide());
        }
        long most = limits.maxPixels() / heavier;
        if ((long) width * height > most) {
            throw TooLargeException.pixels(width, height, most);
        }
    }

    /**
     * Makes sure that bytes of whatever number may be decoded.
     *
     * @throws ImageException as {@link #decode} tells it from the header
     */
    public void requireDecodable(byte[] bytes) {
        var header = checkedHeader(bytes);
        warnings(ended(bytes, header), header);
    }

    /**
     * Makes sure that another decoder may be given a JPEG, as a part of another file is one: its tables may be elsewhere in
     * the file, so that it need not be whole.
     *
     * @throws TooLargeException if it has more pixels or a longer side than the limits allow
     * @throws CorruptImageException if it is no JPEG, or damaged before its pixels
     */
    public void requireJpegHeader(byte[] bytes) {
        if (ImageFormat.of(bytes).filter(ImageFormat.JPEG::equals).isEmpty()) {
            throw new CorruptImageException("The JPEG picture is damaged.");
        }
        checkedHeader(bytes);
    }

    /** OpenCV's decoding with the failures it has turned into {@link CorruptImageException}. */
    static Mat pixels(Mats mats, byte[] bytes, int flag) {
        Mat decoded;
        try {
            decoded = mats.own(Imgcodecs.imdecode(mats.own(new MatOfByte(bytes)), flag));
        } catch (CvException e) {
            throw new CorruptImageException("The picture cannot be decoded.");
        }
        if (decoded.empty()) {
            throw new CorruptImageException("The picture is truncated or damaged.");
        }
        return decoded;
    }

    /**
     * What a picture is divided by as it is decoded: a JPEG decodes at a half, quarter or eighth of its size for a fraction of
     * the work.
     *
     * @param least pixels of the longer side that are kept
     */
    private static int reduction(ImageHeader header, int least) {
        int longer = Math.max(header.width(), header.height());
        int reduction = 1;
        while (header.format() == ImageFormat.JPEG && reduction < 8 && longer / (reduction * 2) >= least) {
            reduction *= 2;
        }
        return reduction;
    }

    /** Grey, by the colours that part ink and paper unless it has none or is too large to be held in colour. */
    private static Mat opaque(Mats mats, byte[] bytes, ImageHeader header, int reduction) {
        long pixels = (long) header.width() * header.height() / ((long) reduction * reduction);
        if (header.gray() || pixels > MOST_IN_COLOUR) {
            return pixels(mats, bytes, grayFlag(reduction) | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
        }
        int flag = reduction == 1 ? Imgcodecs.IMREAD_COLOR : grayFlag(reduction) | Imgcodecs.IMREAD_COLOR;
        return ColourContrast.gray(mats, pixels(mats, bytes, flag | Imgcodecs.IMREAD_IGNORE_ORIENTATION));
    }

    private static int grayFlag(int reduction) {
        return switch (reduction) {
            case 2 -> Imgcodecs.IMREAD_REDUCED_GRAYSCALE_2;
            case 4 -> Imgcodecs.IMREAD_REDUCED_GRAYSCALE_4;
            case 8 -> Imgcodecs.IMREAD_REDUCED_GRAYSCALE_8;
            default -> Imgcodecs.IMREAD_GRAYSCALE;
        };
    }

    private Mat atWorkingSize(Mats mats, Mat gray) {
        double scale = (double) limits.workingSide() / Math.max(gray.cols(), gray.rows());
        if (scale >= 1) {
            return gray;
        }
        Mat smaller = mats.create();
        var size = new Size(Math.max(1, gray.cols() * scale), Math.max(1, gray.rows() * scale));
        Imgproc.resize(gray, smaller, size, 0, 0, Imgproc.INTER_AREA);
        return smaller;
    }

    /** Grey over paper: white, or black where what is drawn is itself light. */
    private static Mat flattened(Mats mats, Mat pixels) {
        int paper = pixels.channels() == 4 && isDrawnLight(pixels) ? 0 : 255;
        Mat gray = mats.own(new Mat(pixels.size(), CvType.CV_8UC1));
        for (int from = 0; from < pixels.rows(); from += BAND) {
            try (var band = new Mats()) {
                Mat eight = eightBits(band, pixels, from);
                Mat opaque = gray(band, eight);
                Mat whole = eight.channels() == 4 ? over(band, opaque, alpha(band, eight), paper) : opaque;
                whole.copyTo(band.own(gray.rowRange(from, from + eight.rows())));
            }
        }
        return gray;
    }

    /** Whether there are transparent pixels and the others are light on average. */
    private static boolean isDrawnLight(Mat pixels) {
        long count = 0;
        double sum = 0;
        for (int from = 0; from < pixels.rows(); from += BAND) {
            try (var band = new Mats()) {
                Mat eight = eightBits(band, pixels, from);
                Mat drawn = band.create();
                Imgproc.threshold(alpha(band, eight), drawn, 127, 255, Imgproc.THRESH_BINARY);
                int here = Core.countNonZero(drawn);
                count += here;
                sum += here * Core.mean(gray(band, eight), drawn).val[0];
            }
        }
        return count < pixels.total() && sum > 127 * count;
    }

    /** Some rows, with 8 bits a sample. */
    private static Mat eightBits(Mats mats, Mat pixels, int from) {
        Mat rows = mats.own(pixels.rowRange(from, Math.min(from + BAND, pixels.rows())));
        if (rows.depth() == CvType.CV_8U) {
            return rows;
        }
        Mat eight = mats.create();
        rows.convertTo(eight, CvType.CV_8U, 1 / 257.0);
        return eight;
    }

    private static Mat gray(Mats mats, Mat eight) {
        if (eight.channels() == 1) {
            return eight;
        }
        Mat gray = mats.create();
        Imgproc.cvtColor(eight, gray, eight.channels() == 3 ? Imgproc.COLOR_BGR2GRAY : Imgproc.COLOR_BGRA2GRAY);
        return gray;
    }

    private static Mat alpha(Mats mats, Mat eight) {
        Mat alpha = mats.create();
        Core.extractChannel(eight, alpha, 3);
        return alpha;
    }

    private static Mat over(Mats mats, Mat gray, Mat alpha, int paper) {
        Mat clear = mats.create();
        Core.bitwise_not(alpha, clear);
        Mat ink = mats.create();
        Core.multiply(gray, alpha, ink, 1 / 255.0);
        Mat ground = mats.create();
        Core.multiply(clear, new Scalar(paper), ground, 1 / 255.0);
        Core.add(ink, ground, ink);
        return ink;
    }
}
