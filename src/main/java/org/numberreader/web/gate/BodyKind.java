package org.numberreader.web.gate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ways in which a picture can be wrapped. */
public enum BodyKind {
    /** The picture itself, whatever its type says. */
    BARE(1),
    /** As base64 in JSON. */
    JSON(2),
    /** As a part of a form. */
    FORM(2);

    private final int copies;

    BodyKind(int copies) {
        this.copies = copies;
    }

    /** @param contentType as sent; null where none was */
    public static BodyKind of(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            return FORM;
        }
        return type.startsWith("application/json") ? JSON : BARE;
    }

    /** How often the picture is in memory at most: beside a wrapping is what was taken out of it. */
    int copies() {
        return copies;
    }
}
