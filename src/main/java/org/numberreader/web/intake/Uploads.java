package org.numberreader.web.intake;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.ImageLimits;
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
     */
    public Upload one(HttpHeaders headers, ReceivedBody body) {
        String type = type(headers);
        return switch (BodyKind.of(type)) {
            case BARE -> new Upload("", body.bytes());
            case JSON -> new Upload("", json(body.bytes()));
            case FORM -> onlyPart(type, body.bytes());
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
        switch (BodyKind.of(type)) {
            case BARE -> taker.accept(new Upload("", whole(counted(body, limits.maxBytes()))));
            case JSON -> taker.accept(new Upload("", json(whole(counted(body, config.jsonBytes())))));
            case FORM -> forEachPart(type, counted(body, web.batchBytes()), web.batchPictures(), taker);
        }
    }

    private InputStream counted(InputStream body, long most) {
        var batch = ArrivingBatch.of(request).orElseThrow(() -> new BadRequestException("The request has no body."));
        return new CountedInput(body, batch, most, config.batchTime());
    }

    private Upload onlyPart(String type, byte[] form) {
        var pictures = new ArrayList<Upload>(1);
        forEachPart(type, new ByteArrayInputStream(form), web.batchPictures(), upload -> {
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

    private void forEachPart(String type, InputStream body, int mostPictures, Consumer<Upload> taker) {
        try {
            new Multipart(type, body, limits.maxBytes(), config).forEach(mostPictures, taker);
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
