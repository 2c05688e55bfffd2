package org.numberreader.training;

import org.numberreader.recognition.DigitFrame;

/**
 * A framed glyph and what it is.
 *
 * @param label 0 to 9, or 10 for what is no digit
 */
public record LabelledFrame(DigitFrame frame, int label) {}
