package org.numberreader.segmentation.ink;

import org.numberreader.image.GrayImage;

/**
 * The ink of a picture.
 *
 * @param darkness of each pixel against its paper, 0 is paper, 255 is a full stroke
 * @param strokeWidth typical, in pixels of {@code darkness}
 * @param scale how many times larger {@code darkness} is than the picture; below 1 where strokes are broad
 */
public record Ink(GrayImage darkness, double strokeWidth, double scale) {}
