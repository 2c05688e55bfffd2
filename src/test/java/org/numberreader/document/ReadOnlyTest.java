package org.numberreader.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.numberreader.Defaults;
import org.numberreader.Encoded;
import org.numberreader.document.Files.Packing;
import org.numberreader.document.page.PageBounds;
import org.numberreader.document.pdf.PdfFile;
import org.numberreader.document.tiff.TiffFile;

/** A container's root file system is read-only: pages are decoded in a process that has nowhere to write. */
class ReadOnlyTest {
    public static void main(String[] arguments) {
        org.numberreader.document.page.Awt.prepare();
        var limits = Defaults.documentLimits();
        var bounds = new PageBounds(Defaults.decoder(), limits);
        var picture = new BufferedImage(90, 70, BufferedImage.TYPE_3BYTE_BGR);
        for (var packing : Packing.values()) {
            System.out.println(PdfFile.open(Files.scans(packing, picture), limits, bounds)
                            .page(1)
                            .bytes()
                            .length
                    > 0);
        }
        byte[] drawn = Files.pdf(document -> {
            var page = Files.page(document, 200, 100);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 10);
                content.showText("12");
                content.endText();
            }
        });
        System.out.println(PdfFile.open(drawn, limits, bounds).page(1).bytes().length > 0);
        for (String compression : new String[] {"LZW", "JPEG", "CCITT T.6"}) {
            var bits = compression.startsWith("CCITT") ? Files.as(BufferedImage.TYPE_BYTE_BINARY, picture) : picture;
            System.out.println(
                    new TiffFile(Files.tiff(compression, bits), bounds).page(1).bytes().length > 0);
        }
        byte[] gif = Encoded.as("gif", Files.as(BufferedImage.TYPE_BYTE_INDEXED, picture));
        System.out.println(new GifFile(bounds).firstFrame(gif).length > 0);
    }

    @Test
    void needsNoFile() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=/nowhere",
                        "-Duser.home=/nowhere",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadOnlyTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD) // the fonts that it does without
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output).isEqualTo("true\n".repeat(8));
    }
}
