package org.numberreader.web.intake;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.ImageLimits;
import org.numberreader.image.UnsupportedFormatException;
import org.numberreader.web.gate.ArrivingBatch;
import org.numberreader.web.gate.BodyKind;
import org.numberreader.web.gate.ReceivedBody;
import org.numberreader.web.gate.UploadConfig;
import org.numberreader.web.gate.WebConfig;

/** Takes pictures out of request bodies, whichever way they were sent, and no more bytes than are allowed. */
@Singleton
public class Uploads {
    private final ImageLimits limits;
    private final WebConfig web;
    private final UploadConfig config;
    private final RoutingContext request;

    /** @param request the current one, a proxy */
    public Uploads(ImageLimits limits, WebConfig web, UploadConfig config, RoutingContext request) {
        this.limits = limits;
        this.web = web;
        this.config = config;
        this.request = request;
    }

    /** The current request's body, which has arrived; to be closed when its picture is read. */
    public ReceivedBody received() {
        return ReceivedBody.of(request).orElseThrow(() -> new BadRequestException("There is no picture."));
    }

    /**
     * The one picture of a body, which is emptied.
     *
     * @throws BadRequestException if there is none or several, or the body is broken
     * @throws org.numberreader.image.TooLargeException if a form has too many parts
     * @throws UnsupportedFormatException if it is packed in a way that is not read
     */
    public Upload one(HttpHeaders headers, ReceivedBody body) {
        String type = type(headers);
        requireCoding(headers, Set.of("identity", "gzip", "x-gzip"));
        var unwrapping = new Unwrapping(limits.maxBytes(), body::require);
        var kind = BodyKind.of(type);
        byte[] bytes = body.bytes();
        if (kind != BodyKind.BARE && Unwrapping.isGzip(bytes)) {
            body.require(limits.maxBytes()); // what is taken out of the wrapping
            bytes = unwrapping.inflated(bytes, Math.toIntExact(config.jsonBytes()));
        }
        return switch (kind) {
            case BARE -> new Upload("", bytes, unwrapping);
            case JSON -> new Upload("", json(bytes), unwrapping);
            case FORM -> onlyPart(type, bytes, unwrapping);
        };
    }

    /**
     * Hands out all pictures of a body, each as it arrives.
     *
     * @throws BadRequestException if there is none, the body is broken, or was not let in as a batch
     * @throws org.numberreader.image.TooLargeException if the body is, or has too many pictures
     * @throws org.numberreader.web.gate.TooSlowException if it takes too long
     */
    public void forEach(HttpHeaders headers, InputStream body, Consumer<Upload> taker) {
        String type = type(headers);
        requireCoding(headers, Set.of("identity"));
        var unwrapping = new Unwrapping(limits.maxBytes(), bytes -> {}); // a batch has room for two of its pictures
        switch (BodyKind.of(type)) {
            case BARE -> taker.accept(new Upload("", whole(counted(body, limits.maxBytes())), unwrapping));
            case JSON -> taker.accept(new Upload("", json(whole(counted(body, config.jsonBytes()))), unwrapping));
            case FORM -> forEachPart(type, counted(body, web.batchBytes()), unwrapping, taker);
        }
    }

    private static void requireCoding(HttpHeaders headers, Set<String> known) {
        @Nullable String coding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !known.contains(coding.trim().toLowerCase(Locale.ROOT))) {
            throw new UnsupportedFormatException("The body's Content-Encoding is not read here. Send it without one"
                    + (known.contains("gzip") ? ", or by gzip." : "; each picture may be packed by gzip."));
        }
    }

    private InputStream counted(InputStream body, long most) {
        var batch = ArrivingBatch.of(request).orElseThrow(() -> new BadRequestException("The request has no body."));
        return new CountedInput(body, batch, most, config.batchTime());
    }

    private Upload onlyPart(String type, byte[] form, Unwrapping unwrapping) {
        var pictures = new ArrayList<Upload>(1);
        forEachPart(type, new ByteArrayInputStream(form), unwrapping, upload -> {
            if (!pictures.isEmpty()) {
                throw new BadRequestException("The form has more than one picture. Send several to /predict/batch.");
            }
            pictures.add(upload);
        });
        if (pictures.isEmpty()) {
            throw new BadRequestException("The form has no field \"" + Multipart.FIELD + "\".");
        }
        return pictures.get(0);
    }

    private void forEachPart(String type, InputStream body, Unwrapping unwrapping, Consumer<Upload> taker) {
        try {
            new Multipart(type, body, unwrapping, config).forEach(web.batchPictures(), taker);
        } catch (IOException e) {
            throw new BadRequestException("The multipart body is malformed or incomplete.");
        }
    }

    private static byte[] whole(InputStream body) {
        try {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new BadRequestException("The request body is incomplete.");
        }
    }

    private byte[] json(byte[] body) {
        try {
            return JsonBody.picture(body, limits.maxBytes());
        } catch (IOException e) {
            throw new BadRequestException("The request body is not valid JSON.");
        }
    }

    private static String type(HttpHeaders headers) {
        @Nullable String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return type == null ? "" : type;
    }
}
