package org.numberreader.web.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A picture's size as uploaded, upright, in pixels. */
@Schema(description = "The picture as uploaded, upright, in pixels.")
public record PictureSize(int width, int height) {}
