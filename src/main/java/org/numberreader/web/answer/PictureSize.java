package org.numberreader.web.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A picture's size as uploaded, upright, in pixels; of a document the size of the first page that was read. */
@Schema(description = "The picture, or the first page that was read, upright, in pixels.")
public record PictureSize(int width, int height) {}
