package org.numberreader.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.numberreader.image.EncodedPicture;

/** The kinds of files by how their pages are found, told by their first bytes whatever the name says. */
enum FileKind {
    PICTURE,
    ANIMATED_WEBP,
    GIF,
    TIFF,
    PDF,
    OTHER;

    /** What may stand before a PDF, as its readers have always allowed. */
    private static final int PDF_WITHIN = 1024;

    static FileKind of(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, PDF_WITHIN), ISO_8859_1);
        if (AnimatedWebp.isOne(bytes)) {
            return ANIMATED_WEBP;
        }
        if (EncodedPicture.begins(bytes)) {
            return PICTURE;
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return GIF;
        }
        if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return TIFF;
        }
        return head.contains("%PDF-") ? PDF : OTHER;
    }
}
