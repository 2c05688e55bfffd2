package org.numberreader.web.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long each step took, in milliseconds, without waiting for a free reader. */
@Schema(description = "Milliseconds of each step; `total` does not count the wait for a free reader.")
public record Millis(double decode, double segment, double classify, double total) {
    public Millis {
        decode = Rounded.to(2, decode);
        segment = Rounded.to(2, segment);
        classify = Rounded.to(2, classify);
        total = Rounded.to(2, total);
    }

    /** Of several pages together. */
    public Millis plus(Millis other) {
        return new Millis(
                decode + other.decode, segment + other.segment, classify + other.classify, total + other.total);
    }
}
