package org.numberreader.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names formats that people send and that are not read, with what to do instead. */
final class ForeignFormat {
    private static final int HEAD = 256;
    private static final List<String> HEIC = List.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1");
    private static final List<String> AVIF = List.of("avif", "avis");

    private ForeignFormat() {}

    /** What to tell whoever sent such bytes; null if the format is not known. */
    static @Nullable String of(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), ISO_8859_1);
        if (head.startsWith("ftyp", 4)) {
            return isoFile(head);
        }
        if (head.startsWith("II+\0") || head.startsWith("MM\0+")) {
            return "BigTIFF is not supported. Save the picture as an ordinary TIFF or as PNG.";
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return "Archives are not supported. Send the pictures in it.";
        }
        if (head.startsWith("\u001f\u008b")) {
            return "The file is packed by gzip, perhaps twice. Unpack it first.";
        }
        if (head.contains("<svg")) {
            return "SVG is not supported. Save the picture as PNG.";
        }
        return head.startsWith("data:") ? "The file is a data URL. Decode it first." : null;
    }

    private static @Nullable String isoFile(String head) {
        // The major brand, and the compatible ones behind it: Apple's and Android's files differ in which is which.
        String brands = head.length() < 12 ? "" : head.substring(8, Math.min(head.length(), 40));
        if (AVIF.stream().anyMatch(brands::contains)) {
            return "AVIF pictures are not supported. Save the picture as JPEG or PNG.";
        }
        if (HEIC.stream().anyMatch(brands::contains)) {
            return "HEIC pictures are not supported. Send a JPEG. On an iPhone choose Settings > Camera > Formats >"
                    + " Most Compatible, or export the photo as JPEG.";
        }
        return null;
    }
}
