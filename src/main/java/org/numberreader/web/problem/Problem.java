package org.numberreader.web.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a request is not answered (RFC 9457). */
@Schema(description = "RFC 9457 problem details; `requestId` finds the request in the service's log.")
public record Problem(String type, String title, int status, String detail, String instance, String requestId) {
    /** The media type of every error. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
