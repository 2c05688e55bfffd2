package org.numberreader.web.problem;

import java.util.Locale;
import org.numberreader.image.CorruptImageException;
import org.numberreader.image.NoSuchPageException;
import org.numberreader.image.TooLargeException;
import org.numberreader.image.UnreadableDocumentException;
import org.numberreader.image.UnsupportedFormatException;
import org.numberreader.web.access.TooOftenException;
import org.numberreader.web.access.UnauthorizedException;
import org.numberreader.web.gate.OverloadedException;
import org.numberreader.web.gate.TooSlowException;
import org.numberreader.web.intake.BadRequestException;

/** The errors of reading a picture by what a caller can do about them, with their status codes. */
public enum ProblemKind {
    BAD_REQUEST(400, "The request is not valid"),
    UNAUTHORIZED(401, "Authentication required"),
    TOO_OFTEN(429, "Too many requests"),
    TOO_LARGE(413, "The picture or the request body is too large"),
    TOO_SLOW(408, "The request body arrived too slowly"),
    UNSUPPORTED_FORMAT(415, "The format is not supported"),
    CORRUPT_PICTURE(422, "The picture is damaged"),
    UNREADABLE_DOCUMENT(422, "The document cannot be read"),
    OVERLOADED(503, "The service is busy"),
    INTERNAL(500, "Internal error");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The same words for every problem of the kind. */
    public String title() {
        return title;
    }

    /** Whether it ends a picture's way: who is not let in has sent none. */
    boolean isOfPicture() {
        return this != UNAUTHORIZED && this != TOO_OFTEN;
    }

    /** The name that metrics use. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The URI that programs can compare. */
    public String type() {
        return "urn:problem-type:number-reader:" + slug();
    }

    /** What a failure means to the caller. */
    public static ProblemKind of(Throwable failure) {
        if (failure instanceof BadRequestException || failure instanceof NoSuchPageException) {
            return BAD_REQUEST;
        }
        if (failure instanceof UnauthorizedException) {
            return UNAUTHORIZED;
        }
        if (failure instanceof TooOftenException) {
            return TOO_OFTEN;
        }
        if (failure instanceof TooLargeException) {
            return TOO_LARGE;
        }
        if (failure instanceof TooSlowException) {
            return TOO_SLOW;
        }
        if (failure instanceof UnsupportedFormatException) {
            return UNSUPPORTED_FORMAT;
        }
        if (failure instanceof CorruptImageException) {
            return CORRUPT_PICTURE;
        }
        if (failure instanceof UnreadableDocumentException) {
            return UNREADABLE_DOCUMENT;
        }
        return failure instanceof OverloadedException ? OVERLOADED : INTERNAL;
    }
}
