package org.numberreader.training.strokes;

import org.numberreader.image.GrayImage;

/**
 * A written sign and how high it stands.
 *
 * @param ink cropped to the sign, 0 is paper, 255 is full ink
 * @param top of the ink below the upper rule, in pixels; below 0 above it
 */
public record PlacedInk(GrayImage ink, double top) {}
