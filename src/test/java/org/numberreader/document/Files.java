package org.numberreader.document;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Documents of drawn pictures, as programs and scanners make them. */
public final class Files {
    private Files() {}

    /** How a picture is packed into a PDF. */
    public enum Packing {
        JPEG,
        FLATE,
        FAX
    }

    /** A PDF whose pages are the pictures and nothing else. */
    public static byte[] scans(Packing packing, BufferedImage... pictures) {
        return pdf(document -> {
            for (var picture : pictures) {
                var page = page(document, picture.getWidth(), picture.getHeight());
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            packed(document, packing, picture),
                            0,
                            0,
                            page.getMediaBox().getWidth(),
                            page.getMediaBox().getHeight());
                }
            }
        });
    }

    /** A page for a picture of this size at 300 dpi. */
    public static PDPage page(PDDocument document, int width, int height) {
        var page = new PDPage(new PDRectangle(width * 72f / 300, height * 72f / 300));
        document.addPage(page);
        return page;
    }

    public static PDImageXObject packed(PDDocument document, Packing packing, BufferedImage picture)
            throws IOException {
        return switch (packing) {
            case JPEG -> JPEGFactory.createFromImage(document, picture, 0.95f);
            case FLATE -> LosslessFactory.createFromImage(document, picture);
            case FAX -> CCITTFactory.createFromImage(document, as(BufferedImage.TYPE_BYTE_BINARY, picture));
        };
    }

    /** Fills a new document. */
    public interface Filling {
        void fill(PDDocument document) throws IOException;
    }

    public static byte[] pdf(Filling filling) {
        try (var document = new PDDocument()) {
            filling.fill(document);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF that asks for a password. */
    public static byte[] encrypted(BufferedImage picture, String password) {
        return pdf(document -> {
            page(document, picture.getWidth(), picture.getHeight());
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
        });
    }

    /**
     * A TIFF with a page for each picture.
     *
     * @param compression as ImageIO names it: CCITT T.4, CCITT T.6, LZW, JPEG, Deflate, PackBits, None
     */
    public static byte[] tiff(String compression, BufferedImage... pictures) {
        var out = new ByteArrayOutputStream();
        ImageWriter writer = new TIFFImageWriterSpi().createWriterInstance(null);
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType(compression);
            writer.prepareWriteSequence(null);
            for (var picture : pictures) {
                writer.writeToSequence(new IIOImage(picture, null, null), parameters);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    public static BufferedImage as(int kind, BufferedImage picture) {
        var copy = new BufferedImage(picture.getWidth(), picture.getHeight(), kind);
        var pen = copy.createGraphics();
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return copy;
    }

    /** A PDF by hand, with an object for each text. */
    public static byte[] raw(String... objects) {
        var pdf = new StringBuilder("%PDF-1.4\n");
        for (int i = 0; i < objects.length; i++) {
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        pdf.append("trailer\n<< /Root 1 0 R >>\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
