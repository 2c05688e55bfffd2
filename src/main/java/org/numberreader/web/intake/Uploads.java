package org.numberreader.web.intake;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.ImageLimits;

/** Takes pictures out of request bodies, whichever way they were sent, and no more bytes than are allowed. */
@Singleton
public class Uploads {
    /** What a form or JSON may have beside its picture. */
    private static final int FRAMING_BYTES = 64 * 1024;

    private final ImageLimits limits;
    private final WebConfig config;

    public Uploads(ImageLimits limits, WebConfig config) {
        this.limits = limits;
        this.config = config;
    }

    /**
     * The one picture of a body.
     *
     * @throws BadRequestException if there is none or several, or the body is broken
     * @throws org.numberreader.image.TooLargeException if the body is
     */
    public Upload one(HttpHeaders headers, InputStream body) {
        String type = type(headers);
        if (!isMultipart(type)) {
            return plain(headers, body, limits.maxBytes());
        }
        var pictures = new ArrayList<Upload>(1);
        forEachPart(type, limited(headers, body, (long) limits.maxBytes() + FRAMING_BYTES), upload -> {
            if (!pictures.isEmpty()) {
                throw new BadRequestException("The form has more than one picture; /predict/batch takes many.");
            }
            pictures.add(upload);
        });
        if (pictures.isEmpty()) {
            throw new BadRequestException("The form has no field \"" + Multipart.FIELD + "\".");
        }
        return pictures.get(0);
    }

    /**
     * Hands out all pictures of a body, each as it arrives.
     *
     * @throws BadRequestException if there is none, or the body is broken
     * @throws org.numberreader.image.TooLargeException if the body is, or has too many pictures
     */
    public void forEach(HttpHeaders headers, InputStream body, Consumer<Upload> taker) {
        String type = type(headers);
        if (isMultipart(type)) {
            forEachPart(type, limited(headers, body, config.batchBytes()), taker);
        } else {
            taker.accept(plain(headers, body, limits.maxBytes()));
        }
    }

    /** The one picture of a body that is no form: JSON, or the picture itself whatever its type says. */
    private static Upload plain(HttpHeaders headers, InputStream body, int maxBytes) {
        boolean json = type(headers).toLowerCase(Locale.ROOT).startsWith("application/json");
        long most = json ? (maxBytes + 2L) / 3 * 4 + FRAMING_BYTES : maxBytes;
        try {
            InputStream in = limited(headers, body, most);
            return new Upload("", json ? JsonBody.picture(in) : in.readAllBytes());
        } catch (IOException e) {
            throw new BadRequestException("The body broke off.");
        }
    }

    private void forEachPart(String type, InputStream body, Consumer<Upload> taker) {
        try {
            new Multipart(type, body, limits.maxBytes(), config.batchPictures()).forEach(taker);
        } catch (IOException e) {
            throw new BadRequestException("The multipart body is broken or cut short.");
        }
    }

    /** A body that declares too much is refused before it is read, one that does not say while it is. */
    private static InputStream limited(HttpHeaders headers, InputStream body, long most) {
        // Not HttpHeaders.getLength(): that is an int, and bodies may declare more.
        String declared = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (declared != null) {
            CountedInput.require(Long.parseLong(declared), most);
        }
        return new CountedInput(body, most);
    }

    private static String type(HttpHeaders headers) {
        @Nullable String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return type == null ? "" : type;
    }

    private static boolean isMultipart(String type) {
        return type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
